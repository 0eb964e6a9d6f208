"""Reads scorecard-updated up to a candidate's. Arguments: bootstrap servers, candidate, file with security settings (none)."""
import json
import sys

from confluent_kafka import Consumer, KafkaException

bootstrap, candidate, *file = sys.argv[1:]
settings = json.load(open(file[0])) if file else {}
consumer = Consumer({**settings, "bootstrap.servers": bootstrap, "group.id": "my-dashboard-python",
                     "auto.offset.reset": "earliest"})
consumer.subscribe(["scorecard-updated"])
key = None
while key != candidate:
    message = consumer.poll(1)
    if message is None:
        continue
    if message.error():
        raise KafkaException(message.error())
    key = message.key().decode()
    # without a value: the person was forgotten; otherwise keep the highest version of each candidate
    card = json.loads(message.value()) if message.value() is not None else None
    print(key, card)
consumer.close()
