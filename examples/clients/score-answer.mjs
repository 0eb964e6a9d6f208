// Writes an answer-scored. Arguments: bootstrap servers, candidate, interviewer, file with security settings (none).
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Kafka, Partitioners, logLevel } from 'kafkajs';

const [bootstrap, candidate, interviewer, file] = process.argv.slice(2);
const settings = file ? JSON.parse(readFileSync(file)) : {};
const kafka = new Kafka({ ...settings, brokers: bootstrap.split(','), logLevel: logLevel.WARN });
// the partition that Java's clients choose, so that all about a candidate stays together
const producer = kafka.producer({ idempotent: true, createPartitioner: Partitioners.DefaultPartitioner });
const data = {
  interviewId: `interview-of-${candidate}`, candidateId: candidate, questionId: 'first-question',
  questionRevision: 1, interviewer, submittedBy: 'my-tool', rating: 3, redFlag: false,
  keyPointsHeard: [], revision: 1, scoredAt: new Date().toISOString(),
};
const headers = {
  ce_specversion: '1.0', ce_id: randomUUID(), ce_source: '/my-tool',
  ce_type: 'org.vivavoce.answer-scored.v1', 'content-type': 'application/json',
};
await producer.connect();
await producer.send({ topic: 'answer-scored', messages: [{ key: candidate, value: JSON.stringify(data), headers }] });
await producer.disconnect();
