"""Writes an answer-scored. Arguments: bootstrap servers, candidate, interviewer, file with security settings (none)."""
import json
import sys
import uuid
from datetime import datetime, timezone

from confluent_kafka import Producer

bootstrap, candidate, interviewer, *file = sys.argv[1:]
settings = json.load(open(file[0])) if file else {}
failures = []
# the partition that Java's clients choose, so that all about a candidate stays together
producer = Producer({**settings, "bootstrap.servers": bootstrap, "enable.idempotence": True,
                     "partitioner": "murmur2_random"})
data = {
    "interviewId": f"interview-of-{candidate}", "candidateId": candidate, "questionId": "first-question",
    "questionRevision": 1, "interviewer": interviewer, "submittedBy": "my-tool", "rating": 3, "redFlag": False,
    "keyPointsHeard": [], "revision": 1, "scoredAt": datetime.now(timezone.utc).isoformat(),
}
headers = {
    "ce_specversion": "1.0", "ce_id": str(uuid.uuid4()), "ce_source": "/my-tool",
    "ce_type": "org.vivavoce.answer-scored.v1", "content-type": "application/json",
}
producer.produce("answer-scored", key=candidate, value=json.dumps(data), headers=headers,
                 on_delivery=lambda error, message: failures.append(error) if error else None)
unsent = producer.flush(30)
sys.exit(f"not written: {failures}" if failures or unsent else 0)
