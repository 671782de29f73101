/**
 * The version of the program, as package.json has it. Only the same version promises the same runs of the same study: a
 * strategy that was corrected since chooses other points. So a folder of results belongs to one version, and is neither
 * continued nor merged by another. That is refused, not warned of: a table in which half of the pairs compare the old
 * strategy with the new one looks like any other, and the warning would not travel with it.
 */
import packageJson from '../../package.json' with { type: 'json' };

export const PROGRAM: string = packageJson.version;

/** @param program none: written before files named their version */
export const versionName = (program: string | undefined): string =>
  program === undefined ? 'an unnamed version' : `version ${program}`;

/** What to do about a folder of another version. */
export const otherVersion = (what: string): string =>
  `of this program, and this is version ${PROGRAM}, whose runs may differ: ${what}.`;
