namespace TypedTune.Learning;

/// <summary>A node that ends in predictions for the fold's validation rows.</summary>
public abstract class PredictionNode : FitNode
{
    private protected PredictionNode(string? step, int fold, FitNode[] inputs)
        : base(step, fold, inputs)
    {
    }

    /// <summary>The predictions for the validation rows, or null where the fold has none.</summary>
    internal Targets? Predictions { get; private protected set; }

    internal override void Release() => Predictions = null;
}

/// <summary>A node that fits a predictor on the fold's training rows and predicts its validation rows.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public sealed class PredictionNode<TFitted> : PredictionNode
{
    private readonly Func<FitContext, TFitted> _fit;
    private readonly Func<TFitted, FitContext, Targets?> _predict;
    private TFitted? _fitted;

    internal PredictionNode(string? step, int fold, FitNode[] inputs, Func<FitContext, TFitted> fit, Func<TFitted, FitContext, Targets?> predict)
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
        () => Predictions = _predict(_fitted!, context));

    internal override void Release()
    {
        base.Release();
        _fitted = default;
    }
}
