namespace TypedTune.Learning;

/// <summary>Data of a fold that needs no fit: rows, or columns selected from them.</summary>
internal sealed class DataNode<T>(int fold, FitNode[] inputs, Func<T> train, Func<T?> validation)
    : FoldNode<T>(null, fold, inputs)
{
    internal override void Run(FitContext context) => Time(
        () => Train = train(),
        () => Validation = validation());
}
