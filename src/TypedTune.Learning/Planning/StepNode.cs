namespace TypedTune.Learning;

/// <summary>A node that fits a step on the fold's training rows and applies it to all of the fold's rows.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
/// <typeparam name="TOutput">What it makes of its input.</typeparam>
public sealed class StepNode<TFitted, TOutput> : FoldNode<TOutput>
{
    private readonly Func<FitContext, TFitted> _fit;
    private readonly Func<TFitted, (TOutput Train, TOutput? Validation)> _apply;
    private TFitted? _fitted;

    internal StepNode(string? step, int fold, FitNode[] inputs, Func<FitContext, TFitted> fit, Func<TFitted, (TOutput Train, TOutput? Validation)> apply)
        : base(step, fold, inputs)
    {
        _fit = fit;
        _apply = apply;
    }

    /// <summary>The fitted object, once the node has run and while something still needs it.</summary>
    /// <exception cref="InvalidOperationException">The node has not run, or was released.</exception>
    public TFitted Fitted => _fitted ?? throw new InvalidOperationException($"{Step} is not fitted here.");

    internal override void Run(FitContext context) => Time(
        () => _fitted = _fit(context),
        () => (Train, Validation) = _apply(_fitted!));

    internal override void Release()
    {
        base.Release();
        _fitted = default;
    }
}
