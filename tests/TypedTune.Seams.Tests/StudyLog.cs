using System.Globalization;

namespace TypedTune.Seams;

#region observer
/// <summary>Writes a line for whatever happens in a study.</summary>
/// <typeparam name="T">The configuration.</typeparam>
/// <param name="writer">Where to.</param>
public sealed class StudyLog<T>(TextWriter writer) : IStudyObserver<T>
{
    public void Proposed(Candidate<T> candidate) => writer.WriteLine(Invariant($"{candidate.Index} proposed: {candidate.Configuration}"));

    public void Reported(Candidate<T> candidate, TrialReport report) => writer.WriteLine(Invariant($"{candidate.Index} step {report.Step}: {report.Value}"));

    public void Ended(Trial<T> trial, StudyProgress progress)
    {
        ArgumentNullException.ThrowIfNull(trial);
        writer.WriteLine(Invariant($"{trial.Index} {trial.State}: {(object?)trial.Score ?? trial.ErrorMessage}, {progress.Finished} of {progress.Total}, best {progress.BestScore}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
#endregion
