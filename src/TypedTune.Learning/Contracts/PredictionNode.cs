namespace TypedTune.Learning;

/// <summary>A node that ends in predictions for the rows that are scored.</summary>
public abstract class PredictionNode : FitNode
{
    private protected PredictionNode(string? step, int fold, FitNode[] inputs)
        : base(step, fold, inputs)
    {
    }

    /// <summary>The rows that are scored, or null where there are none.</summary>
    internal ScoredRows? Scored { get; private protected set; }

    internal override void Release() => Scored = null;
}

/// <summary>A node that fits a predictor on the fold's training rows and predicts those that are scored: the validation rows, or training rows out of bag.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public sealed class PredictionNode<TFitted> : PredictionNode
{
    private readonly Func<FitContext, TFitted> _fit;
    private readonly Func<TFitted, FitContext, ScoredRows?> _predict;
    private TFitted? _fitted;

    internal PredictionNode(string? step, int fold, FitNode[] inputs, Func<FitContext, TFitted> fit, Func<TFitted, FitContext, ScoredRows?> predict)
        : base(step, fold, inputs)
    {
        _fit = fit;
        _predict = predict;
    }

    /// <summary>The fitted object, once the node has run and while something still needs it.</summary>
    /// <exception cref="InvalidOperationException">The node has not run, or was released.</exception>
    public TFitted Fitted => _fitted ?? throw new InvalidOperationException($"{Step} is not fitted here.");

    internal override void Run(FitContext context) => Time(
        () => _fitted = _fit(context),
        () => Scored = _predict(_fitted!, context));

    internal override void Release()
    {
        base.Release();
        _fitted = default;
    }
}
