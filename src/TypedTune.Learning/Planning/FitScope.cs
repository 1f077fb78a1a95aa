namespace TypedTune.Learning;

/// <summary>An inner fold: some of the rows that a fold learns from are held back once more. Equal by value.</summary>
/// <param name="Outer">The fold that is divided; null for the fold of a task itself.</param>
/// <param name="Splitter">What divides it.</param>
/// <param name="Fold">Which of its folds, from 0.</param>
internal sealed record FitScope(FitScope? Outer, ISplitter Splitter, int Fold)
{
    /// <summary>The same inner fold of another fold than the one that it is an inner fold of now.</summary>
    /// <param name="scope">The inner fold.</param>
    /// <param name="from">The fold that it is an inner fold of, however deep.</param>
    /// <param name="to">What takes its place.</param>
    public static FitScope? Move(FitScope? scope, FitScope? from, FitScope to) =>
        Equals(scope, from) ? to : scope! with { Outer = Move(scope!.Outer, from, to) };

    public override string ToString() => $"{(Outer is null ? "" : $"{Outer}, ")}inner fold {Fold} of {Splitter.FoldCount}";
}
