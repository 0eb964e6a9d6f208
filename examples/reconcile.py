"""Holds what the scorecards have applied against the topics, partition by partition. Arguments: bootstrap servers,
address of Viva Voce, file with an admin's token, file with security settings (none). Ends with 1 when one differs."""
import hashlib
import json
import sys
import urllib.request

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition

bootstrap, address, token, *file = sys.argv[1:]
settings = json.load(open(file[0])) if file else {}


def digest(message):
    headers = dict(message.headers() or [])
    body = message.key() if message.value() is None else message.value()
    parts = (headers.get("ce_source") or b"", headers.get("ce_id") or b"", body or b"")
    return int.from_bytes(hashlib.sha256(b"\n".join(parts)).digest(), "big")


def read(topic, partition, start, end):
    """How many records lie from start up to end, without end itself, and the digest of them."""
    consumer = Consumer({**settings, "bootstrap.servers": bootstrap, "group.id": "my-reconciliation-python",
                         "enable.auto.commit": False, "enable.partition.eof": True})
    consumer.assign([TopicPartition(topic, partition, start)])
    count = total = 0
    position = start
    while position < end:
        message = consumer.poll(1)
        if message is None:
            continue
        if message.error():
            if message.error().code() == KafkaError._PARTITION_EOF:
                # a compacted topic may have nothing left before the end
                break
            raise KafkaException(message.error())
        position = message.offset() + 1
        if position <= end:
            count, total = count + 1, (total + digest(message)) % 2**256
    consumer.close()
    return count, total


request = urllib.request.Request(address + "/api/v1/projections/scorecards/reconciliation",
                                 headers={"Authorization": "Bearer " + open(token).read().strip()})
different = 0
for told in json.load(urllib.request.urlopen(request))["partitions"]:
    found = read(told["topic"], told["partition"], told["from"], told["to"])
    same = found == (told["applied"] + told["unreadable"],
                     (int(told["digest"], 16) + int(told["unreadableDigest"], 16)) % 2**256)
    different += not same
    print("same" if same else "DIFFERENT", f"{told['topic']}-{told['partition']}: {found[0]} records {found[1]:064x}")
print(different, "different")
sys.exit(1 if different else 0)
