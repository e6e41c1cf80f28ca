"""The keys of records: random UUIDs as text, made once by the store and never reused."""

from __future__ import annotations

from typing import NewType

CouncilId = NewType("CouncilId", str)
CommitteeId = NewType("CommitteeId", str)
PersonId = NewType("PersonId", str)
MembershipId = NewType("MembershipId", str)
MeetingId = NewType("MeetingId", str)
ItemId = NewType("ItemId", str)
PaperId = NewType("PaperId", str)
ReportId = NewType("ReportId", str)
ProposalSetId = NewType("ProposalSetId", str)
ProposalId = NewType("ProposalId", str)
WaiverId = NewType("WaiverId", str)
ProgrammeId = NewType("ProgrammeId", str)
ProgrammeItemId = NewType("ProgrammeItemId", str)
PlanEntryId = NewType("PlanEntryId", str)
RequestId = NewType("RequestId", str)
