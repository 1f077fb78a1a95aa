namespace TypedTune.Learning;

/// <summary>A fit that ended, for progress.</summary>
/// <param name="Step">The step, as <c>Preprocessing.Geo</c>.</param>
/// <param name="Fold">The fold, from 0.</param>
/// <param name="Error">Why it failed, or null.</param>
/// <param name="Duration">How long the fit and its application took.</param>
/// <param name="Work">Its work, as <see cref="FitEstimate.Work"/> counts it.</param>
/// <param name="Uses">How many fits it stands for, as candidates share it.</param>
internal sealed record FitEnd(string Step, int Fold, Exception? Error, TimeSpan Duration, double Work, int Uses);
