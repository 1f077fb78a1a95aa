namespace TypedTune;

/// <summary>Tells a progress listener how far a study is.</summary>
internal sealed class ProgressObserver<T>(IProgress<StudyProgress> progress) : IStudyObserver<T>
{
    public void Ended(Trial<T> trial, StudyProgress state) => progress.Report(state);

    public override string ToString() => $"the progress listener {progress.GetType()}";
}
