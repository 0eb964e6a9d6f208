// Reads from each service with the types that were generated from its description. Usage: node client.js ADDRESS TOKENS
import { readFileSync } from 'node:fs';
import createClient from 'openapi-fetch';
import type { paths as Question } from './question-service';
import type { paths as Report } from './report-service';
import type { paths as Scoring } from './scoring-service';

const [address, tokens] = process.argv.slice(2);

const as = (person: string) => ({
  baseUrl: address,
  headers: { Authorization: `Bearer ${readFileSync(`${tokens}/${person}.jwt`, 'utf8').trim()}` },
});

function found<T>(what: string, answer: { data?: T; error?: { title: string }; response: Response }): T {
  if (answer.data === undefined) throw new Error(`${what}: ${answer.response.status} ${answer.error?.title}`);
  return answer.data;
}

async function main() {
  const question = createClient<Question>(as('recruiter'));
  const scoring = createClient<Scoring>(as('interviewer-1'));
  const report = createClient<Report>(as('dashboard'));

  const sets = found('Question sets', await question.GET('/api/v1/question-sets', { params: { query: { limit: 5 } } }));
  const titles: string[] = sets.items.map((set) => set.title);
  if (titles.length === 0) throw new Error('The hub has no question set');

  const sheets = found('Score sheets', await scoring.GET('/api/v1/score-sheets', {}));
  const next: string | null = sheets.next;
  for (const sheet of sheets.items.slice(0, 1)) {
    found('Score sheet', await scoring.GET('/api/v1/score-sheets/{interviewId}', {
      params: { path: { interviewId: sheet.interviewId } },
    }));
  }

  const cards = found('Scorecards', await report.GET('/api/v1/scorecards', { params: { query: { sort: '-updatedAt' } } }));
  const scores: (number | null)[] = cards.items.map((card) => card.score);
  console.log(`${titles.length} question sets, ${sheets.items.length} sheets${next ? ' and more' : ''}, ${scores.length} scorecards`);
}

main().catch((failure) => {
  console.error(failure);
  process.exitCode = 1;
});
