"""What the analyzers add to the compilation of the samples.

Each sample is compiled in turn with the analyzers and with all their rules off, in a compiler process of its own as a
build starts one, beside the analyzers that the SDK brings; the generator runs in both. Prints the medians and the ratio
pair by pair. Needs a build of the repository and nothing but the SDK.

    dotnet build TypedTune.sln
    python3 tests/TypedTune.Benchmarks/analyzers.py
"""

import re
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ["Housing", "TuneAnything"]
RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 9
RULES = re.findall(r"^TT\d+", (ROOT / "generators/TypedTune.Generators/AnalyzerReleases.Unshipped.md").read_text(), re.MULTILINE)


def compiler_line(sample):
    """The compiler and its arguments for a sample, as a build writes them."""
    log = subprocess.run(
        ["dotnet", "build", f"samples/{sample}", "--no-dependencies", "--no-incremental", "-v:detailed"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout
    line = next(line for line in log.splitlines() if "/noconfig" in line and f"/{sample}.dll" in line)
    compiler, arguments = re.split(r"\s\(TaskId:\d+\)", line.strip())[0].split(" /noconfig ", 1)
    return compiler, arguments


def run_compiler(folder, command):
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(run.stdout)
    return run.stdout


def ran(report):
    """Whether the compiler's own report has any rule run for long enough to be seen."""
    times = [line.split()[0] for line in report.splitlines() if "TypedTune.Generators.Rules." in line]
    return any(not time.startswith("<") for time in times)


def processor_time(folder, command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run_compiler(folder, command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    print("| sample | with the rules, s of processor time | without | ratio |")
    print("|---|---|---|---|")
    with tempfile.TemporaryDirectory() as scratch:
        config = Path(scratch) / "off.globalconfig"
        config.write_text("is_global = true\nglobal_level = 1000\n" + "".join(f"dotnet_diagnostic.{rule}.severity = none\n" for rule in RULES))
        for sample in SAMPLES:
            folder = ROOT / "samples" / sample
            compiler, arguments = compiler_line(sample)
            commands = []
            for name, more in [("on", ""), ("off", f"/analyzerconfig:{config}")]:
                response = Path(scratch) / f"{sample}-{name}.rsp"
                response.write_text(f"{arguments} /out:{scratch}/{sample}.dll {more}")
                commands.append([compiler, "/noconfig", f"@{response}"])
            on, off = commands
            if [ran(run_compiler(folder, command + ["/reportanalyzer"])) for command in commands] != [True, False]:
                sys.exit(f"The rules were not switched on and off for {sample}.")
            pairs = []
            for run in range(RUNS + 1):
                order = [on, off] if run % 2 else [off, on]
                times = {id(command): processor_time(folder, command) for command in order}
                if run > 0:
                    pairs.append((times[id(on)], times[id(off)]))
            ratios = [a / b for a, b in pairs]
            a, b = (statistics.median(side) for side in zip(*pairs))
            print(f"| {sample} | {a:.2f} | {b:.2f} | {statistics.median(ratios):.3f} ({min(ratios):.3f} to {max(ratios):.3f}) |")


if __name__ == "__main__":
    main()
