"""Measure how the error of a small network depends on its learning rate and its dropout: `mlp_dropout.csv`, one trained
model a row, for tools/landscapes.ts.

One hidden layer of 128 rectified units; inverted dropout on it (Srivastava et al. 2014, JMLR 15, section 10: what is kept
is scaled up by 1 / (1 - p) in training, and nothing is dropped in testing); softmax, cross-entropy, Adam (Kingma & Ba 2015)
with its usual decays, batches of 32, 60 epochs. The data are scikit-learn's digits, split 60 / 40 by the seed. Of the 60 %
the first 200 examples are trained on: dropout is for networks that have more weights than data. The error is
1 - accuracy on all of the 40 %. The seed sets the split, the first weights, the order of the data and what is dropped.

Run with Debian's python3-sklearn:  nice /usr/bin/python3 tools/measure-dropout.py OUT_DIR
"""
import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import csv
import sys

import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

HIDDEN, EXAMPLES, EPOCHS, BATCH = 128, 200, 60, 32
AXES = {"log10_lr": np.linspace(-4.5, 0, 25), "dropout": np.linspace(0, 0.9, 10)}
SEEDS = range(8)


def glorot(rng, rows, columns):
    """Glorot & Bengio 2010, eq. 16."""
    limit = np.sqrt(6 / (rows + columns))
    return rng.uniform(-limit, limit, (rows, columns)).astype(np.float32)


class Adam:
    def __init__(self, parameters, rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.parameters, self.rate, self.beta1, self.beta2, self.epsilon = parameters, rate, beta1, beta2, epsilon
        self.first = [np.zeros_like(p) for p in parameters]
        self.second = [np.zeros_like(p) for p in parameters]
        self.step = 0

    def update(self, gradients):
        self.step += 1
        rate = np.float32(self.rate * np.sqrt(1 - self.beta2**self.step) / (1 - self.beta1**self.step))
        for p, g, m, v in zip(self.parameters, gradients, self.first, self.second):
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g * g - v)
            p -= rate * m / (np.sqrt(v) + self.epsilon)


def mlp_dropout(log_lr, dropout, seed):
    X, y = load_digits(return_X_y=True)
    Xa, Xb, ya, yb = train_test_split(X, y, test_size=0.4, random_state=seed)
    Xa, ya, Xb = (Xa[:EXAMPLES] / 16).astype(np.float32), ya[:EXAMPLES], (Xb / 16).astype(np.float32)
    target = np.eye(10, dtype=np.float32)[ya]
    rng = np.random.default_rng(seed)
    weights = [glorot(rng, 64, HIDDEN), glorot(rng, HIDDEN, 10)]
    biases = [np.zeros(HIDDEN, np.float32), np.zeros(10, np.float32)]
    adam = Adam([*weights, *biases], 10.0**log_lr)
    keep = 1 - dropout
    for _ in range(EPOCHS):
        order = rng.permutation(len(Xa))
        for start in range(0, len(Xa), BATCH):
            batch = order[start : start + BATCH]
            x = Xa[batch]
            active = np.maximum(x @ weights[0] + biases[0], 0)
            mask = (rng.random(active.shape, dtype=np.float32) < keep).astype(np.float32) / np.float32(keep)
            hidden = active * mask
            scores = hidden @ weights[1] + biases[1]
            scores -= scores.max(axis=1, keepdims=True)
            share = np.exp(scores)
            share /= share.sum(axis=1, keepdims=True)
            out = (share - target[batch]) / len(batch)
            back = (out @ weights[1].T) * mask * (active > 0)
            adam.update([x.T @ back, hidden.T @ out, back.sum(axis=0), out.sum(axis=0)])
    hidden = np.maximum(Xb @ weights[0] + biases[0], 0)
    return float(1 - np.mean((hidden @ weights[1] + biases[1]).argmax(axis=1) == yb))


if __name__ == "__main__":
    out = sys.argv[1] if len(sys.argv) > 1 else "."
    with open(os.path.join(out, "mlp_dropout.csv"), "w", newline="") as fh:
        table = csv.writer(fh)
        table.writerow([*AXES, "seed", "error"])
        for log_lr in AXES["log10_lr"]:
            for dropout in AXES["dropout"]:
                for seed in SEEDS:
                    point = [float(round(log_lr, 6)), float(round(dropout, 6))]
                    table.writerow([*point, seed, round(mlp_dropout(*point, seed), 6)])
            print(f"log10 learning rate {log_lr:.4f}", flush=True)
