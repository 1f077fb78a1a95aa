namespace TypedTune.Learning;

/// <summary>An inner fold: some of the rows that a fold learns from are held back once more. Equal by value.</summary>
/// <param name="Outer">The fold that is divided; null for the fold of a task itself.</param>
/// <param name="Splitter">Divides the outer fold.</param>
/// <param name="Fold">The number of the inner fold, from 0.</param>
internal sealed record FitScope(FitScope? Outer, ISplitter Splitter, int Fold)
{
    private const int MostFolds = 10_000;

    /// <summary>Creates all inner folds of a fold.</summary>
    /// <param name="outer">The fold that is divided; null for the fold of a task itself.</param>
    /// <param name="splitter">Divides it.</param>
    /// <exception cref="ArgumentException">There are none or too many, or their number depends on the rows, which are not known before the fits are.</exception>
    public static IEnumerable<FitScope> CreateAll(FitScope? outer, ISplitter splitter)
    {
        if (splitter.FoldCount is not { } count)
            throw new ArgumentException($"Out-of-fold predictions need a splitter whose number of folds does not depend on the rows, but that of {splitter} does. Give it another, such as a {nameof(KFold)}.", "folds");
        if (count is < 1 or > MostFolds)
            throw new ArgumentException($"Out-of-fold predictions need a fit of each member for every fold, from 1 to {MostFolds}, but {splitter} says that it makes {count}. Give it fewer.", "folds");
        return Enumerable.Range(0, count).Select(fold => new FitScope(outer, splitter, fold));
    }

    /// <summary>Moves an inner fold to another outer fold.</summary>
    /// <param name="scope">The inner fold.</param>
    /// <param name="from">An outer fold of it, at any depth.</param>
    /// <param name="to">The fold that takes the place of <paramref name="from"/>.</param>
    public static FitScope? Move(FitScope? scope, FitScope? from, FitScope to) =>
        Equals(scope, from) ? to : scope! with { Outer = Move(scope!.Outer, from, to) };

    public override string ToString() => $"{(Outer is null ? "" : $"{Outer}, ")}inner fold {Fold} of {Splitter.FoldCount}";
}
