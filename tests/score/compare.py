"""compare.py SET SCORES.json FLOORS.json: fails where a score of the set lies below its floor."""
import json
import sys

name, scores, floors = sys.argv[1], json.load(open(sys.argv[2])), json.load(open(sys.argv[3]))[sys.argv[1]]
low = [f"{key} {scores[key]['F1']:.4f} < {floor:.4f}" for key, floor in floors.items() if scores[key]["F1"] < floor]
if low:
    sys.exit(f"{name}: below the floor: " + ", ".join(low))
