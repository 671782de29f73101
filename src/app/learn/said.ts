/** The course as an address asks for it: at its usual length, or longer, to see what the layout bears. */
import { lateCode } from '#charts/at-leisure.ts';
import type { PageOptions } from '../address/options.ts';
import type { Course } from './course.ts';

const lengthening = lateCode(() => import('./prose/at-length.ts'));

export function courseSaid(course: Course, how: () => PageOptions['strings']): Course {
  async function said<Part extends object>(part: Promise<Part>): Promise<Part> {
    const asked = how();
    return asked === 'usual' ? part : (await lengthening()).atLength(await part, asked);
  }
  return {
    fronts: (language) => said(course.fronts(language)),
    chapter(id, language) {
      const coming = course.chapter(id, language);
      return coming && said(coming);
    },
  };
}
