namespace TypedTune.Learning;

/// <summary>A node whose result is data: the fold's training rows and its validation rows, at one point of the pipeline.</summary>
/// <typeparam name="T">The data.</typeparam>
public abstract class FoldNode<T> : FitNode
{
    private protected FoldNode(string? step, int fold, FitNode[] inputs)
        : base(step, fold, inputs)
    {
    }

    internal T? Train { get; private protected set; }

    internal T? Validation { get; private protected set; }

    internal override void Release()
    {
        Train = default;
        Validation = default;
    }
}
