namespace TypedTune.Learning;

/// <summary>Data of a fold that needs no fit: rows, or columns selected from them.</summary>
internal sealed class DataNode<T>(int fold, FitNode[] inputs, Func<T> train, Func<T?> validation)
    : FoldNode<T>(null, fold, inputs)
{
    /// <summary>All rows of all folds, where this node takes some of them; tells how large things will be.</summary>
    public T? Whole { get; init; }

    internal override void Run(FitContext context) => Time(
        () => Train = train(),
        () => Validation = validation());
}
