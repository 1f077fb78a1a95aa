namespace TypedTune.Learning;

/// <summary>How often a step is fitted in a search, refit apart.</summary>
/// <param name="Step">The step's path, as <c>Preprocessing.Geo</c>.</param>
/// <param name="Fits">Distinct fits: equal configurations on equal inputs and the same fold count once, and so do the submodels of one fit.</param>
/// <param name="FitsWithoutSubmodels">The number of fits if submodels were fitted one by one.</param>
/// <param name="NaiveFits">The number of fits if every candidate, repeats included, fitted everything.</param>
public readonly record struct StepFits(string Step, int Fits, int FitsWithoutSubmodels, int NaiveFits)
{
    /// <summary>Adds the counts of several parts of a search up, step by step, in the order in which steps first come.</summary>
    internal static IReadOnlyList<StepFits> Sum(params IReadOnlyList<StepFits>[] parts) =>
        [.. parts.SelectMany(part => part).GroupBy(step => step.Step).Select(group => new StepFits(
            group.Key,
            group.Sum(step => step.Fits),
            group.Sum(step => step.FitsWithoutSubmodels),
            group.Sum(step => step.NaiveFits)))];
}
