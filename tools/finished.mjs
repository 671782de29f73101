// A reporter of Vitest: a line for every test file that is through, for whoever may have to stop it.
import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';

export default class Finished {
  onTestModuleEnd(module) {
    const file = relative(process.cwd(), module.moduleId).replaceAll('\\', '/');
    const { duration, collectDuration } = module.diagnostic();
    const line = { file, ok: module.ok(), seconds: (duration + collectDuration) / 1000 };
    appendFileSync(process.env.FINISHED_FILE, `${JSON.stringify(line)}\n`);
  }
}
