# The baseline of `npm run bench`: a copy of the script that comes with this project’s reference data (see its docstring
# for the defaults it follows). It is run as it is, beside our own optimiser; it needs Python with scikit-learn and SciPy.
"""The Python loop a user would otherwise run: GP + Expected Improvement with scikit-learn.

It follows the defaults of scikit-optimize's gp_minimize: Matern-5/2 ARD + noise fitted by
marginal likelihood with 2 restarts after every trial, EI maximised over 10,000 random points
then polished with L-BFGS-B from the best 5, and 10 random initial trials.
Prints one JSON line per objective: seconds per suggestion and the best value of each repeat.

    /usr/bin/python3 sklearn_bo.py [--budget 40] [--repeats 10] [--objectives branin,hartmann6,...]
"""
import argparse, json, time, warnings
import numpy as np
from scipy.optimize import minimize
from scipy.stats import norm
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import ConstantKernel, Matern, WhiteKernel

warnings.filterwarnings("ignore")


def branin(u):
    x, y = 15 * u[0] - 5, 15 * u[1]
    return (y - 5.1 / (4 * np.pi**2) * x**2 + 5 / np.pi * x - 6) ** 2 + 10 * (1 - 1 / (8 * np.pi)) * np.cos(x) + 10


def hartmann6(u):
    a = np.array([1.0, 1.2, 3.0, 3.2])
    A = np.array([[10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8], [17, 8, 0.05, 10, 0.1, 14]])
    P = 1e-4 * np.array([[1312, 1696, 5569, 124, 8283, 5886], [2329, 4135, 8307, 3736, 1004, 9991],
                         [2348, 1451, 3522, 2883, 3047, 6650], [4047, 8828, 8732, 5743, 1091, 381]])
    return -float(a @ np.exp(-(A * (np.asarray(u) - P) ** 2).sum(1)))


def forrester(u):
    return (6 * u[0] - 2) ** 2 * np.sin(12 * u[0] - 4)


def ackley2(u):
    x = 65.536 * np.asarray(u) - 32.768
    return float(-20 * np.exp(-0.2 * np.sqrt(np.mean(x**2))) - np.exp(np.mean(np.cos(2 * np.pi * x))) + 20 + np.e)


OBJECTIVES = {"forrester": (forrester, 1), "branin": (branin, 2), "ackley2": (ackley2, 2), "hartmann6": (hartmann6, 6)}


def suggest(X, y, d, rng):
    kernel = ConstantKernel(1.0, (0.01, 1000.0)) * Matern(np.ones(d), (0.01, 100.0), nu=2.5) + WhiteKernel(1e-2, (1e-10, 1.0))
    gp = GaussianProcessRegressor(kernel, alpha=1e-10, normalize_y=True, n_restarts_optimizer=2,
                                  random_state=rng.integers(1 << 31)).fit(X, y)
    best = y.min()

    def negative_ei(Z):
        mean, std = gp.predict(np.atleast_2d(Z), return_std=True)
        z = (best - 0.01 - mean) / np.maximum(std, 1e-12)
        return -(std * (z * norm.cdf(z) + norm.pdf(z)))

    candidates = rng.random((10_000, d))
    scores = negative_ei(candidates)
    starts = candidates[np.argsort(scores)[:5]]
    polished = [minimize(lambda z: negative_ei(z)[0], s, bounds=[(0, 1)] * d, method="L-BFGS-B", options={"maxiter": 20}) for s in starts]
    return min(polished, key=lambda r: r.fun).x


if __name__ == "__main__":
    ap = argparse.ArgumentParser()
    ap.add_argument("--budget", type=int, default=40)
    ap.add_argument("--repeats", type=int, default=10)
    ap.add_argument("--objectives", default=",".join(OBJECTIVES))
    args = ap.parse_args()
    for name in args.objectives.split(","):
        f, d = OBJECTIVES[name]
        finals, spent, asked = [], 0.0, 0
        for repeat in range(args.repeats):
            rng = np.random.default_rng(repeat)
            X = rng.random((10, d))
            y = np.array([f(x) for x in X])
            while len(y) < args.budget:
                start = time.perf_counter()
                x = suggest(X, y, d, rng)
                spent += time.perf_counter() - start
                asked += 1
                X, y = np.vstack([X, x]), np.append(y, f(x))
            finals.append(float(y.min()))
        print(json.dumps({"objective": name, "dim": d, "budget": args.budget, "seconds_per_suggestion": spent / asked,
                          "best_median": float(np.median(finals)), "best_values": sorted(finals)}), flush=True)
