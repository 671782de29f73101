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
  kiefer1953: {
    authors: 'J. Kiefer',
    year: 1953,
    title: 'Sequential minimax search for a maximum',
    where: 'Proceedings of the American Mathematical Society 4(3), 502–506',
    url: 'https://doi.org/10.1090/S0002-9939-1953-0055639-3',
  },
  tseng2001: {
    authors: 'P. Tseng',
    year: 2001,
    title: 'Convergence of a block coordinate descent method for nondifferentiable minimization',
    where: 'Journal of Optimization Theory and Applications 109(3), 475–494',
    url: 'https://doi.org/10.1023/A:1017501703105',
  },
  zhang2016: {
    authors: 'K. Zhang, Z. Zhang, Z. Li & Y. Qiao',
    year: 2016,
    title: 'Joint face detection and alignment using multitask cascaded convolutional networks',
    where: 'IEEE Signal Processing Letters 23(10), 1499–1503',
    url: 'https://doi.org/10.1109/LSP.2016.2603342',
  },
};
