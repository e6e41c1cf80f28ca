"""The room that searches every paper and every agenda of the workspace."""
