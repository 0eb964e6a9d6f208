"""What Schemathesis cannot know of Viva Voce. VIVAVOCE_TOKENS names the directory of the tokens."""

import datetime
import json
import os
import pathlib

import schemathesis
from hypothesis import strategies
from schemathesis.openapi.checks import AllowHeaderMismatch
from schemathesis.transport.requests import REQUESTS_TRANSPORT

TOKENS = pathlib.Path(os.environ["VIVAVOCE_TOKENS"])
YAML = ("application/yaml", "application/x-yaml", "text/yaml")

# addresses that two paths of the document have, of which each has other methods
AMBIGUOUS = {"/api/v1/question-sets/preview", "/api/v1/dead-letters/replay"}

cursors: set[str] = set()

# times of events lie between 1970 and 9999
times = strategies.datetimes(min_value=datetime.datetime(1970, 1, 1), max_value=datetime.datetime(9999, 12, 31))
schemathesis.openapi.format("date-time", times.map(lambda time: time.isoformat(timespec="seconds") + "Z"))


@schemathesis.auth(refresh_interval=None)
class Token:
    """Ratings are given by panel members, whatever scopes others have; the administrator may do everything else."""

    def get(self, case, context):
        panel = case.operation.path.startswith("/api/v1/score-sheets")
        return (TOKENS / ("interviewer-1.jwt" if panel else "admin.jwt")).read_text().strip()

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}


@REQUESTS_TRANSPORT.serializer(*YAML)
def document(context, value):
    """A document of questions is sent as the text that it is, not as YAML that holds a text."""
    return {"data": (value if isinstance(value, str) else json.dumps(value)).encode()}


@schemathesis.hook
def after_call(context, case, response):
    """Remember the cursors of answers."""
    try:
        cursors.add(response.json()["next"])
    except (KeyError, TypeError, ValueError):
        pass


@schemathesis.hook
def before_call(context, case, kwargs):
    """A cursor comes from an answer: one that was made up is refused, although it looks like one."""
    positive = case.meta is not None and case.meta.generation.mode.is_positive
    if positive and case.query and "cursor" in case.query and case.query["cursor"] not in cursors:
        del case.query["cursor"]


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """OPTIONS of /question-sets/preview also tells of /question-sets/{id}, of which "preview" could be the id."""
    return not (isinstance(failure, AllowHeaderMismatch) and case.operation.path in AMBIGUOUS and not failure.missing_methods)
