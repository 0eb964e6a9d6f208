"""Plays two interviews with the Python clients that were generated from the descriptions, and prints the ids of what
there is then, one a line. Usage: client.py ADDRESS TOKENS"""

import pathlib
import sys
import time
from collections.abc import Callable
from typing import TypeVar

import question_service as question
import report_service as report
import scoring_service as scoring
from question_service.api.interviews import open_interview, serve_question
from question_service.api.kits import save_kit
from question_service.models import (
    Interview,
    Kit,
    OpenInterview,
    OpenInterviewCandidate,
    OpenInterviewCounts,
    OpenInterviewLevel,
    SaveKit,
    SaveKitLevel,
    ServedQuestion,
)
from report_service.api.comparisons import compare_candidates
from report_service.api.scorecards import read_scorecard
from report_service.models import Comparison, Scorecard
from scoring_service.api.ratings import rate_answer
from scoring_service.models import AnswerRequest, AnswerView

T = TypeVar("T")
address, tokens = sys.argv[1], pathlib.Path(sys.argv[2])


def token(name: str) -> str:
    return (tokens / f"{name}.jwt").read_text().strip()


def eventually(kind: type[T], call: Callable[[], object]) -> T:
    """The answer, once there is one of this kind: what an event tells of is there a little later."""
    answer: object = None
    for _ in range(100):
        answer = call()
        if isinstance(answer, kind):
            return answer
        time.sleep(0.2)
    raise SystemExit(f"Not answered by {kind.__name__} but by {answer}")


recruiter = question.AuthenticatedClient(base_url=address, token=token("recruiter"))
panel = scoring.AuthenticatedClient(base_url=address, token=token("interviewer-1"))
reader = report.AuthenticatedClient(base_url=address, token=token("dashboard"))

kit = save_kit.sync(
    "generated",
    client=recruiter,
    body=SaveKit(
        name="Generated", technology="django", level=SaveKitLevel.MID, counts=OpenInterviewCounts(mid=1)
    ),
)
if not isinstance(kit, Kit):
    raise SystemExit(f"No kit was saved: {kit}")


def played(candidate: str) -> None:
    """An interview of two questions, both rated; prints the ids of the interview, the candidate and the questions."""
    interview = open_interview.sync(
        client=recruiter,
        body=OpenInterview(
            candidate=OpenInterviewCandidate(id=candidate, name="Ada Example"),
            role="Backend developer",
            technology="django",
            level=OpenInterviewLevel.MID,
            panel=["interviewer-1"],
            seed=42,
        ),
    )
    if not isinstance(interview, Interview):
        raise SystemExit(f"No interview was opened: {interview}")
    interview_id = interview.id
    print("interview", interview_id)
    print("candidate", candidate)
    for _ in range(min(2, interview.planned)):
        served = serve_question.sync(interview_id, client=recruiter, body=None)
        if not isinstance(served, ServedQuestion):
            raise SystemExit(f"No question was served: {served}")
        asked = served.question.id
        rated = eventually(
            AnswerView,
            lambda: rate_answer.sync(
                interview_id, asked, client=panel, body=AnswerRequest(rating=3, red_flag=False, notes="As generated")
            ),
        )
        if rated.revision != 1:
            raise SystemExit(f"The first rating has the revision {rated.revision}")
        print("question", asked)
    card = eventually(Scorecard, lambda: read_scorecard.sync(candidate, client=reader))
    if card.candidate.id != candidate:
        raise SystemExit(f"The scorecard of {candidate} is {card}")


candidates = [f"cand-generated-{time.time_ns()}-{name}" for name in ("ada", "ben")]
for each in candidates:
    played(each)
compared = compare_candidates.sync(client=reader, candidate=candidates)
if not isinstance(compared, Comparison):
    raise SystemExit(f"The candidates are not compared: {compared}")
