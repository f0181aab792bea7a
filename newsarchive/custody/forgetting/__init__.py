"""Forgetting: a record taken down everywhere, so that nothing of it is left and nothing brings it back."""

from newsarchive.custody.forgetting.doing import bury, bury_ahead, check_reason, finish, forget
from newsarchive.custody.forgetting.journal import unfinished
from newsarchive.custody.forgetting.models import ForgetError, Mention, Plan, Removed
from newsarchive.custody.forgetting.planning import plan

__all__ = [
    "ForgetError",
    "Mention",
    "Plan",
    "Removed",
    "bury",
    "bury_ahead",
    "check_reason",
    "finish",
    "forget",
    "plan",
    "unfinished",
]
