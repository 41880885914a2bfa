"""What may an officer type in, for each move?"""

from __future__ import annotations

from motcua.questions.forms.answering import (
    AnswerPrivatelyForm,
    ApproveForm,
    DraftForm,
    PublishForm,
    SendBackForm,
    UnpublishForm,
)
from motcua.questions.forms.move import MoveForm
from motcua.questions.forms.sorting import (
    AskForMoreForm,
    AssignForm,
    ConfirmForm,
    ForwardForm,
    MergeForm,
    ReturnForm,
    ReviseForm,
)

FORMS: dict[str, type[MoveForm]] = {
    form.move.verb: form
    for form in (
        AssignForm,
        DraftForm,
        ApproveForm,
        PublishForm,
        AnswerPrivatelyForm,
        SendBackForm,
        ForwardForm,
        AskForMoreForm,
        MergeForm,
        ReturnForm,
        ConfirmForm,
        ReviseForm,
        UnpublishForm,
    )
}
"""The form of each move that officers make, in the order of the buttons."""
