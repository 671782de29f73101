# Times `suggest` of sklearn_bo.py, as it is, on data from standard input: a JSON list of {"X": [[…]], "y": […]}.
# Prints the seconds that each suggestion took, as a JSON list; one on the first data set goes before and does not count.
import json
import sys
import time

import numpy as np
from sklearn_bo import suggest

sets = [(np.array(data["X"]), np.array(data["y"])) for data in json.load(sys.stdin)]
rng = np.random.default_rng(0)
suggest(*sets[0], sets[0][0].shape[1], rng)
seconds = []
for X, y in sets:
    start = time.perf_counter()
    suggest(X, y, X.shape[1], rng)
    seconds.append(time.perf_counter() - start)
print(json.dumps(seconds))
