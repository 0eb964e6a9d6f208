// Reads scorecard-updated up to a candidate's. Arguments: bootstrap servers, candidate, file with security settings (none).
import { readFileSync } from 'node:fs';
import { Kafka, logLevel } from 'kafkajs';

const [bootstrap, candidate, file] = process.argv.slice(2);
const settings = file ? JSON.parse(readFileSync(file)) : {};
const kafka = new Kafka({ ...settings, brokers: bootstrap.split(','), logLevel: logLevel.WARN });
const consumer = kafka.consumer({ groupId: 'my-dashboard-node' });
await consumer.connect();
await consumer.subscribe({ topic: 'scorecard-updated', fromBeginning: true });
const found = new Promise((resolve) => {
  consumer.run({
    eachMessage: async ({ message }) => {
      const key = message.key.toString();
      // without a value: the person was forgotten; otherwise keep the highest version of each candidate
      console.log(key, message.value && message.value.toString());
      if (key === candidate) resolve();
    },
  });
});
await found;
await consumer.disconnect();
