// What `npm test` says in the end of tests that failed, from the runners’ reports: where the output is long, its end is read.
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** Enough to tell what was expected, and how a random case was drawn. */
const LINES = 12;

const said = (title, message = '') => {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  return [title, ...lines.slice(0, LINES).map((line) => `  ${line.slice(0, 300)}`)].join('\n');
};

/** @param file one of Vitest’s `testResults` */
export function unitFailures({ name, status, message, assertionResults }) {
  const path = relative(process.cwd(), name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0 && status === 'failed') return [said(`✗ ${path}`, message)];
  return failed.map(({ fullName, failureMessages }) =>
    said(`✗ ${path} › ${fullName}`, failureMessages.join('\n')),
  );
}

/** @param suites of Playwright’s report; a test that passed only when it was run again is named, too */
export function browserRemarks(suites, path = []) {
  return suites.flatMap(({ title, specs = [], suites: inner = [] }) => {
    const here = [...path, title];
    const own = specs.flatMap((spec) =>
      spec.tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ status, results }) =>
          said(
            `${status === 'flaky' ? '! Passed only when run again:' : '✗'} ${[...here, spec.title].join(' › ')}`,
            results.find(({ error }) => error)?.error.message,
          ),
        ),
    );
    return [...own, ...browserRemarks(inner, here)];
  });
}
