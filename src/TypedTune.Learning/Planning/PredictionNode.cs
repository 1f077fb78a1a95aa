namespace TypedTune.Learning;

/// <summary>A node that ends in predictions for the rows that are scored.</summary>
public abstract class PredictionNode : FitNode
{
    private protected PredictionNode(string? step, int fold, FitNode[] inputs)
        : base(step, fold, inputs)
    {
    }

    /// <summary>The predictions, once the node has run and while something still needs them.</summary>
    internal FoldPredictions Predictions { get; private protected set; }

    internal override void Release() => Predictions = default;

    /// <summary>Takes another input in the place of the first: when a path that was planned is parted.</summary>
    internal void MoveTo(FitNode path) => ReplaceInputs([path, .. Inputs.Skip(1)]);
}

/// <summary>A node that fits a predictor on the fold's training rows and predicts those that are scored: the validation rows, or training rows out of bag.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public sealed class PredictionNode<TFitted> : PredictionNode
{
    private readonly Func<FitContext, TFitted?> _fit;
    private readonly Func<TFitted?, FitContext, FoldPredictions> _predict;
    private readonly bool _keepsModel;
    private TFitted? _fitted;

    internal PredictionNode(string? step, int fold, FitNode[] inputs, bool keepsModel, Func<FitContext, TFitted?> fit, Func<TFitted?, FitContext, FoldPredictions> predict)
        : base(step, fold, inputs)
    {
        _keepsModel = keepsModel;
        _fit = fit;
        _predict = predict;
    }

    /// <summary>The fitted object, once the node has run and while something still needs it; a search keeps none but the winner's.</summary>
    /// <exception cref="InvalidOperationException">The node has not run, was released, or only predicts.</exception>
    public TFitted Fitted => _fitted ?? throw new InvalidOperationException($"{Step} is not fitted here.");

    internal override void Run(FitContext context)
    {
        TFitted? fitted = default;
        Time(
            () => fitted = _fit(context),
            () => Predictions = _predict(fitted, context));
        if (_keepsModel)
            _fitted = fitted;
    }

    internal override void Release()
    {
        base.Release();
        _fitted = default;
    }
}
