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
  rasmussen2006: {
    authors: 'C. E. Rasmussen & C. K. I. Williams',
    year: 2006,
    title: 'Gaussian Processes for Machine Learning',
    where: 'MIT Press',
    url: 'https://doi.org/10.7551/mitpress/3206.001.0001',
  },
  kushner1964: {
    authors: 'H. J. Kushner',
    year: 1964,
    title:
      'A new method of locating the maximum point of an arbitrary multipeak curve in the presence of noise',
    where: 'Journal of Basic Engineering 86(1), 97–106',
    url: 'https://doi.org/10.1115/1.3653121',
  },
  jones1998: {
    authors: 'D. R. Jones, M. Schonlau & W. J. Welch',
    year: 1998,
    title: 'Efficient global optimization of expensive black-box functions',
    where: 'Journal of Global Optimization 13, 455–492',
    url: 'https://doi.org/10.1023/A:1008306431147',
  },
  srinivas2012: {
    authors: 'N. Srinivas, A. Krause, S. M. Kakade & M. W. Seeger',
    year: 2012,
    title: 'Information-theoretic regret bounds for Gaussian process optimization in the bandit setting',
    where: 'IEEE Transactions on Information Theory 58(5), 3250–3265',
    url: 'https://doi.org/10.1109/TIT.2011.2182033',
  },
  thompson1933: {
    authors: 'W. R. Thompson',
    year: 1933,
    title:
      'On the likelihood that one unknown probability exceeds another in view of the evidence of two samples',
    where: 'Biometrika 25(3–4), 285–294',
    url: 'https://doi.org/10.1093/biomet/25.3-4.285',
  },
  bull2011: {
    authors: 'A. D. Bull',
    year: 2011,
    title: 'Convergence rates of efficient global optimization algorithms',
    where: 'Journal of Machine Learning Research 12, 2879–2904',
    url: 'https://jmlr.org/papers/v12/bull11a.html',
  },
  snoek2012: {
    authors: 'J. Snoek, H. Larochelle & R. P. Adams',
    year: 2012,
    title: 'Practical Bayesian optimization of machine learning algorithms',
    where: 'Advances in Neural Information Processing Systems 25',
    url: 'https://proceedings.neurips.cc/paper/2012/hash/05311655a15b75fab86956663e1819cd-Abstract.html',
  },
  bergstra2011: {
    authors: 'J. Bergstra, R. Bardenet, Y. Bengio & B. Kégl',
    year: 2011,
    title: 'Algorithms for hyper-parameter optimization',
    where: 'Advances in Neural Information Processing Systems 24',
    url: 'https://proceedings.neurips.cc/paper/2011/hash/86e8f7ab32cfd12577bc2619bc635690-Abstract.html',
  },
  ginsbourger2010: {
    authors: 'D. Ginsbourger, R. Le Riche & L. Carraro',
    year: 2010,
    title: 'Kriging is well-suited to parallelize optimization',
    where: 'in Computational Intelligence in Expensive Optimization Problems, Springer, 131–162',
    url: 'https://doi.org/10.1007/978-3-642-10701-6_6',
  },
  hvarfner2024: {
    authors: 'C. Hvarfner, E. O. Hellsten & L. Nardi',
    year: 2024,
    title: 'Vanilla Bayesian optimization performs great in high dimensions',
    where: 'Proceedings of Machine Learning Research 235, 20793–20817',
    url: 'https://proceedings.mlr.press/v235/hvarfner24a.html',
  },
  ament2023: {
    authors: 'S. Ament, S. Daulton, D. Eriksson, M. Balandat & E. Bakshy',
    year: 2023,
    title: 'Unexpected improvements to expected improvement for Bayesian optimization',
    where: 'Advances in Neural Information Processing Systems 36',
    url: 'https://proceedings.neurips.cc/paper_files/paper/2023/hash/419f72cbd568ad62183f8132a3605a2a-Abstract-Conference.html',
  },
};
