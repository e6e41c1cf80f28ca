"""What the officer asks for: one verb, one module, one public function."""
