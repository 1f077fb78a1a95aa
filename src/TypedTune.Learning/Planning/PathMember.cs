namespace TypedTune.Learning;

/// <summary>A predictor in a path, and the node that takes its predictions out.</summary>
/// <typeparam name="TTarget">An array of numbers, or <see cref="Categories"/>.</typeparam>
/// <param name="configuration">The predictor.</param>
/// <param name="fitAlone">Fits the predictor by itself; what it returns predicts.</param>
internal sealed class PathMember<TTarget>(IPath<TTarget> configuration, Func<FeatureMatrix, TTarget, FitContext, Func<FeatureMatrix, FitContext, TTarget>> fitAlone)
{
    private PredictionNode? _view;

    public IPath<TTarget> Configuration { get; } = configuration;

    /// <summary>The path that the member is in.</summary>
    public PathNode<TTarget>? Path { get; private set; }

    public Func<FeatureMatrix, FitContext, TTarget> FitAlone(FeatureMatrix features, TTarget target, FitContext context) => fitAlone(features, target, context);

    public void Join(PathNode<TTarget> path, PredictionNode view)
    {
        Path = path;
        _view = view;
        path.Add(this);
    }

    public void MoveTo(PathNode<TTarget> path)
    {
        Path = path;
        _view!.MoveTo(path);
    }
}
