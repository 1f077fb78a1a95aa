namespace TypedTune;

/// <summary>Is told what happens in a study: for a progress bar, a dashboard, a log.</summary>
/// <typeparam name="T">The configuration.</typeparam>
/// <remarks>
/// Calls come one at a time and in the order of the events, outside of every lock, on a thread that has just ended a trial or on the one that runs
/// the study. An observer may pause, cancel or ask the study. One that throws is told nothing more, and named in
/// <see cref="StudyResult{T}.ObserverErrors"/>; the study goes on. A slow one keeps one thread from work, never more.
/// </remarks>
public interface IStudyObserver<T>
{
    /// <summary>A candidate was proposed. Not called for candidates whose trial is known from an earlier study.</summary>
    /// <param name="candidate">The candidate.</param>
    void Proposed(Candidate<T> candidate)
    {
    }

    /// <summary>A trial reported an intermediate value.</summary>
    /// <param name="candidate">The candidate that is evaluated.</param>
    /// <param name="report">The value.</param>
    void Reported(Candidate<T> candidate, TrialReport report)
    {
    }

    /// <summary>A trial ended, or is known from an earlier study. It has no rank yet.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="progress">How far the study is.</param>
    void Ended(Trial<T> trial, StudyProgress progress)
    {
    }
}
