/** What the chapters cite, once. Checked against the publishers’ pages; a test holds the links to be well formed. */
import type { Reference } from './types.ts';

export const references: Readonly<Record<string, Reference>> = {
  bergstra2012: {
    authors: 'J. Bergstra & Y. Bengio',
    year: 2012,
    title: 'Random search for hyper-parameter optimization',
    where: 'Journal of Machine Learning Research 13, 281–305',
    url: 'https://jmlr.org/papers/v13/bergstra12a.html',
  },
  feurer2019: {
    authors: 'M. Feurer & F. Hutter',
    year: 2019,
    title: 'Hyperparameter optimization',
    where: 'in Automated Machine Learning, Springer, 3–33',
    url: 'https://doi.org/10.1007/978-3-030-05318-5_1',
  },
  sobol1967: {
    authors: 'I. M. Sobol’',
    year: 1967,
    title: 'On the distribution of points in a cube and the approximate evaluation of integrals',
    where: 'USSR Computational Mathematics and Mathematical Physics 7(4), 86–112',
    url: 'https://doi.org/10.1016/0041-5553(67)90144-9',
  },
};
