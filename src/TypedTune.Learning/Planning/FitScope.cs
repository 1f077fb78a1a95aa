namespace TypedTune.Learning;

/// <summary>An inner fold: some of the rows that a fold learns from are held back once more. Equal by value.</summary>
/// <param name="Outer">The fold that is divided; null for the fold of a task itself.</param>
/// <param name="Splitter">Divides the outer fold.</param>
/// <param name="Fold">The number of the inner fold, from 0.</param>
internal sealed record FitScope(FitScope? Outer, ISplitter Splitter, int Fold)
{
    /// <summary>Moves an inner fold to another outer fold.</summary>
    /// <param name="scope">The inner fold.</param>
    /// <param name="from">An outer fold of it, at any depth.</param>
    /// <param name="to">The fold that takes the place of <paramref name="from"/>.</param>
    public static FitScope? Move(FitScope? scope, FitScope? from, FitScope to) =>
        Equals(scope, from) ? to : scope! with { Outer = Move(scope!.Outer, from, to) };

    public override string ToString() => $"{(Outer is null ? "" : $"{Outer}, ")}inner fold {Fold} of {Splitter.FoldCount}";
}
