namespace TypedTune.Learning;

/// <summary>
/// How a search scores its candidates: an <see cref="ISplitter"/>, such as <see cref="KFold"/> or
/// <see cref="Holdout"/>, holds rows back; <see cref="OutOfBag"/> needs none held back.
/// </summary>
/// <remarks>
/// For an own one implement <see cref="ISplitter"/>; a search refuses others. Its text appears in plans, so let
/// <see cref="object.ToString"/> say the settings in words.
/// </remarks>
public interface IEvaluation
{
    /// <summary>How often each candidate is fitted and scored, at least 1; null where that depends on the rows.</summary>
    int? FoldCount { get; }
}
