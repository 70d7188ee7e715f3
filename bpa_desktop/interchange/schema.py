"""The whole of a `bpa-roster/1` file as one model, and how it becomes a roster and is made from one."""

from __future__ import annotations

from typing import Literal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.interchange.arrangement_models import ArrangementModel, AwardModel
from bpa_desktop.interchange.fields import FileModel, always_written
from bpa_desktop.interchange.plan_models import AbsenceModel, NeedModel, RequestModel, RotationModel, ShiftModel
from bpa_desktop.interchange.team_models import AssistantModel, AvailabilityModel

FORMAT = "bpa-roster/1"
_AVAILABILITY = "availability-"


class DocumentModel(FileModel):
    """The one object of the file."""

    format: Literal["bpa-roster/1"]
    arrangement: ArrangementModel
    awards: list[AwardModel] = always_written()
    assistants: list[AssistantModel] = always_written()
    availability: list[AvailabilityModel] = always_written()
    needs: list[NeedModel] = always_written()
    rotations: list[RotationModel] = always_written()
    shifts: list[ShiftModel] = always_written()
    absences: list[AbsenceModel] = always_written()
    substitute_requests: list[RequestModel] = always_written()

    def value(self) -> Roster:
        """Return the roster. Raises EmptySpanError for an end that is not after its start: check the file first."""
        prefix = self._availability_prefix()
        return Roster(
            self.arrangement.value(),
            awards=tuple(award.value() for award in self.awards),
            assistants=tuple(assistant.value() for assistant in self.assistants),
            availability=tuple(said.value(f"{prefix}{n}") for n, said in enumerate(self.availability, start=1)),
            needs=tuple(need.value() for need in self.needs),
            rotations=tuple(rotation.value() for rotation in self.rotations),
            shifts=tuple(shift.value() for shift in self.shifts),
            absences=tuple(absence.value() for absence in self.absences),
            requests=tuple(request.value() for request in self.substitute_requests),
        )

    def _availability_prefix(self) -> str:
        """Return how the ids given to availability begin: as no id of the file does.

        All of one file begin alike and are counted from 1, so that a store that keeps the order in which ids first
        came writes them in the order of the file again.
        """
        taken = [self.arrangement.id]
        for listed in (self.awards, self.assistants, self.needs, self.rotations, self.shifts, self.absences):
            taken += [record.id for record in listed]
        taken += [request.id for request in self.substitute_requests]
        prefix = _AVAILABILITY
        while any(record_id.startswith(prefix) for record_id in taken):
            prefix += "-"
        return prefix

    @classmethod
    def of(cls, roster: Roster) -> DocumentModel:
        """Return the object for a roster."""
        return cls.model_construct(
            format=FORMAT,
            arrangement=ArrangementModel.of(roster.arrangement),
            awards=[AwardModel.of(award) for award in roster.awards],
            assistants=[AssistantModel.of(assistant) for assistant in roster.assistants],
            availability=[AvailabilityModel.of(said) for said in roster.availability],
            needs=[NeedModel.of(need) for need in roster.needs],
            rotations=[RotationModel.of(rotation) for rotation in roster.rotations],
            shifts=[ShiftModel.of(shift) for shift in roster.shifts],
            absences=[AbsenceModel.of(absence) for absence in roster.absences],
            substitute_requests=[RequestModel.of(request) for request in roster.requests],
        )
