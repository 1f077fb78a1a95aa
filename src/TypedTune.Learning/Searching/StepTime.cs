namespace TypedTune.Learning;

/// <summary>How long the fits of a step took, with their application: what times of other searches are estimated by.</summary>
/// <param name="Step">The step's path, as <c>Preprocessing.Geo</c>.</param>
/// <param name="Fits">How many fits were measured.</param>
/// <param name="Time">Their time, of all threads together.</param>
/// <param name="Work">Their work, as <see cref="FitEstimate.Work"/> counts it.</param>
public readonly record struct StepTime(string Step, int Fits, TimeSpan Time, double Work)
{
    /// <summary>How long a unit of work took, in seconds.</summary>
    internal double SecondsPerWork => Work > 0 ? Time.TotalSeconds / Work : 0;

    /// <summary>The times of units that have run, a step after the other.</summary>
    internal static IReadOnlyList<StepTime> From(IEnumerable<FitUnit> units) =>
        [.. units.Where(unit => unit.Step is not null && unit.Error is null && unit.FitTime > TimeSpan.Zero)
            .GroupBy(unit => unit.Step!)
            .Select(group => new StepTime(group.Key, group.Count(), group.Aggregate(TimeSpan.Zero, (sum, unit) => sum + unit.Duration), group.Sum(unit => unit.Node.Estimate.Work)))];
}
