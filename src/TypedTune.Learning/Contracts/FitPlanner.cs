namespace TypedTune.Learning;

/// <summary>
/// Collects what must be fitted for one fold. Adding a step that is there already, with an equal configuration and the
/// same input, gives the node that is there: that is how candidates share work.
/// </summary>
/// <remarks>Called by generated code and by estimators made of other estimators. Not thread safe.</remarks>
public sealed class FitPlanner
{
    private readonly Dictionary<NodeKey, FitNode> _known = [];
    private readonly List<FitNode> _nodes = [];
    private readonly Targets _trainTargets;
    private readonly Targets? _validationTargets;
    private readonly bool _isOutOfBag;

    /// <summary>Plans a fold.</summary>
    /// <param name="fold">From 0.</param>
    /// <param name="trainTargets">The targets to learn from.</param>
    /// <param name="validationTargets">The targets of the rows held back; null where none are.</param>
    /// <param name="isOutOfBag">Whether the last step predicts its own training rows out of bag.</param>
    internal FitPlanner(int fold, Targets trainTargets, Targets? validationTargets = null, bool isOutOfBag = false)
    {
        Fold = fold;
        _trainTargets = trainTargets;
        _validationTargets = validationTargets;
        _isOutOfBag = isOutOfBag;
    }

    /// <summary>The fold that is planned, from 0.</summary>
    public int Fold { get; }

    /// <summary>Every node, inputs before what needs them.</summary>
    internal IReadOnlyList<FitNode> Nodes => _nodes;

    private bool HasValidation => _validationTargets is not null;

    /// <summary>The path of a step inside another.</summary>
    /// <param name="path">The outer step's path; empty at the root.</param>
    /// <param name="name">The inner step's name.</param>
    public static string Join(string path, string name) => string.IsNullOrEmpty(path) ? name : $"{path}.{name}";

    /// <summary>The columns of numbers that a branch works on.</summary>
    /// <typeparam name="TRow">The rows' type.</typeparam>
    /// <param name="rows">The fold's rows.</param>
    /// <param name="columns">Which columns, in order.</param>
    public FoldNode<FeatureMatrix> Numbers<TRow>(FoldNode<Table<TRow>> rows, params NumberColumn<TRow>[] columns)
        where TRow : IRow<TRow> =>
        Select(rows, "numbers", string.Join(',', columns.Select(column => column.Ordinal)), table => table.Numbers(columns));

    /// <summary>The columns of categories that a branch works on.</summary>
    /// <typeparam name="TRow">The rows' type.</typeparam>
    /// <param name="rows">The fold's rows.</param>
    /// <param name="columns">Which columns, in order.</param>
    public FoldNode<CategoryMatrix> Categories<TRow>(FoldNode<Table<TRow>> rows, params CategoryColumn<TRow>[] columns)
        where TRow : IRow<TRow> =>
        Select(rows, "categories", string.Join(',', columns.Select(column => column.Ordinal)), table => table.Categories(columns));

    /// <summary>The features of a dataset.</summary>
    /// <param name="data">The fold's rows.</param>
    public FoldNode<FeatureMatrix> Features(FoldNode<Dataset> data) => Select(data, "features", "", dataset => dataset.Features);

    /// <summary>Adds a step.</summary>
    /// <typeparam name="TInput">What it reads.</typeparam>
    /// <typeparam name="TOutput">What it makes of it.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="path">Where the step stands, as <c>Preprocessing.Geo</c>.</param>
    /// <param name="step">The configuration.</param>
    /// <param name="input">Its input.</param>
    public StepNode<TFitted, TOutput> Add<TInput, TOutput, TFitted>(string path, IStep<TInput, TOutput, TFitted> step, FoldNode<TInput> input)
        where TFitted : IFittedStep<TInput, TOutput>
    {
        ArgumentNullException.ThrowIfNull(step);
        return step is ICompositeStep<TInput, TOutput, TFitted> composite
            ? composite.Plan(this, path, input)
            : AddStep(path, step, input, context => step.Fit(input.Train!, context));
    }

    /// <summary>Adds a step that may be of several types.</summary>
    /// <inheritdoc cref="Add{TInput, TOutput, TFitted}(string, IStep{TInput, TOutput, TFitted}, FoldNode{TInput})"/>
    public StepNode<IFittedStep<TInput, TOutput>, TOutput> Add<TInput, TOutput>(string path, IStep<TInput, TOutput> step, FoldNode<TInput> input)
    {
        ArgumentNullException.ThrowIfNull(step);
        return AddStep(path, step, input, context => step.Fit(input.Train!, context));
    }

    /// <summary>Adds a regressor.</summary>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="path">Where it stands.</param>
    /// <param name="regressor">The configuration.</param>
    /// <param name="input">Its features.</param>
    public PredictionNode<TFitted> Add<TFitted>(string path, IRegressor<TFitted> regressor, FoldNode<FeatureMatrix> input)
        where TFitted : IFittedRegressor
    {
        ArgumentNullException.ThrowIfNull(regressor);
        return regressor is ICompositePredictor<TFitted> composite
            ? composite.Plan(this, path, input)
            : AddRegressor(path, regressor, input, context => regressor.Fit(input.Train!, _trainTargets.Numbers, context));
    }

    /// <summary>Adds a regressor that may be of several types.</summary>
    /// <inheritdoc cref="Add{TFitted}(string, IRegressor{TFitted}, FoldNode{FeatureMatrix})"/>
    public PredictionNode<IFittedRegressor> Add(string path, IRegressor regressor, FoldNode<FeatureMatrix> input) =>
        AddRegressor(path, regressor, input, context => regressor.Fit(input.Train!, _trainTargets.Numbers, context));

    /// <summary>Adds a classifier.</summary>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="path">Where it stands.</param>
    /// <param name="classifier">The configuration.</param>
    /// <param name="input">Its features.</param>
    public PredictionNode<TFitted> Add<TFitted>(string path, IClassifier<TFitted> classifier, FoldNode<FeatureMatrix> input)
        where TFitted : IFittedClassifier
    {
        ArgumentNullException.ThrowIfNull(classifier);
        return classifier is ICompositePredictor<TFitted> composite
            ? composite.Plan(this, path, input)
            : AddClassifier(path, classifier, input, context => classifier.Fit(input.Train!, _trainTargets.Labels, context));
    }

    /// <summary>Adds a classifier that may be of several types.</summary>
    /// <inheritdoc cref="Add{TFitted}(string, IClassifier{TFitted}, FoldNode{FeatureMatrix})"/>
    public PredictionNode<IFittedClassifier> Add(string path, IClassifier classifier, FoldNode<FeatureMatrix> input) =>
        AddClassifier(path, classifier, input, context => classifier.Fit(input.Train!, _trainTargets.Labels, context));

    /// <summary>Puts the branches of a column transformer side by side.</summary>
    /// <typeparam name="TFitted">The fitted column transformer.</typeparam>
    /// <param name="configuration">The column transformer.</param>
    /// <param name="branches">Each branch's name, which becomes the prefix of its features, and its output.</param>
    /// <param name="create">Makes the fitted object of the output's names, once every branch is fitted.</param>
    public StepNode<TFitted, FeatureMatrix> Concatenate<TFitted>(object configuration, (string Name, FoldNode<FeatureMatrix> Output)[] branches, Func<FeatureNames, TFitted> create)
    {
        ArgumentNullException.ThrowIfNull(branches);
        FitNode[] inputs = [.. branches.Select(branch => branch.Output)];
        return GetOrAdd("concatenate", configuration, inputs, () =>
        {
            FeatureNames? names = null;
            return new StepNode<TFitted, FeatureMatrix>(
                null,
                Fold,
                inputs,
                _ => create(names = FeatureNames.Concatenate(branches.Select(branch => branch.Output.Train!.Names.Prefixed(branch.Name)))),
                _ => (
                    FeatureMatrix.Concatenate(names!, [.. branches.Select(branch => branch.Output.Train!)]),
                    HasValidation ? FeatureMatrix.Concatenate(names!, [.. branches.Select(branch => branch.Output.Validation!)]) : null));
        });
    }

    /// <summary>Makes one of the steps of a pipeline that ends in data.</summary>
    /// <typeparam name="TFitted">The fitted pipeline.</typeparam>
    /// <typeparam name="TOutput">The last step's output.</typeparam>
    /// <param name="configuration">The pipeline.</param>
    /// <param name="steps">Its steps.</param>
    /// <param name="last">Its last step.</param>
    /// <param name="create">Makes the fitted pipeline, once every step is fitted.</param>
    public StepNode<TFitted, TOutput> Assemble<TFitted, TOutput>(object configuration, FitNode[] steps, FoldNode<TOutput> last, Func<TFitted> create) =>
        GetOrAdd("assemble", configuration, steps, () => new StepNode<TFitted, TOutput>(
            null,
            Fold,
            steps,
            _ => create(),
            _ => (last.Train!, last.Validation)));

    /// <summary>Makes one of the steps of a pipeline that ends in predictions.</summary>
    /// <typeparam name="TFitted">The fitted pipeline.</typeparam>
    /// <param name="configuration">The pipeline.</param>
    /// <param name="steps">Its steps.</param>
    /// <param name="last">Its last step.</param>
    /// <param name="create">Makes the fitted pipeline, once every step is fitted.</param>
    public PredictionNode<TFitted> Assemble<TFitted>(object configuration, FitNode[] steps, PredictionNode last, Func<TFitted> create) =>
        GetOrAdd("assemble", configuration, steps, () => new PredictionNode<TFitted>(
            null,
            Fold,
            steps,
            _ => create(),
            (_, _) => last.Scored));

    /// <summary>Fits an estimator outside of a search.</summary>
    /// <typeparam name="TSelf">The configuration.</typeparam>
    /// <typeparam name="TData">What it learns from.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="estimator">The configuration.</param>
    /// <param name="data">All rows to learn from.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="FitException">A step failed; the message names it.</exception>
    /// <exception cref="ArgumentException">There are no rows, or a target is missing.</exception>
    public static TFitted Fit<TSelf, TData, TFitted>(IEstimator<TSelf, TData, TFitted> estimator, TData data, FitContext? context = null)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentNullException.ThrowIfNull(data);
        if (data.RowCount == 0)
            throw new ArgumentException("There are no rows to learn from.", nameof(data));
        data.Targets.RequireComplete();
        var planner = new FitPlanner(0, data.Targets);
        var last = estimator.Plan(planner, planner.Source(data, default));
        FitGraph.RunAll(planner.Nodes, context ?? FitContext.Default, keep: last);
        return last.Fitted;
    }

    /// <summary>Fits a step made of steps outside of a search.</summary>
    /// <typeparam name="TInput">What it reads.</typeparam>
    /// <typeparam name="TOutput">What it makes of it.</typeparam>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="step">The configuration.</param>
    /// <param name="input">The training rows.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="FitException">An inner step failed; the message names it.</exception>
    public static TFitted Fit<TInput, TOutput, TFitted>(ICompositeStep<TInput, TOutput, TFitted> step, TInput input, FitContext? context = null)
        where TFitted : IFittedStep<TInput, TOutput>
    {
        ArgumentNullException.ThrowIfNull(step);
        var planner = new FitPlanner(0, Targets.Of(Array.Empty<double>()));
        var last = step.Plan(planner, "", planner.Source(input, default));
        FitGraph.RunAll(planner.Nodes, context ?? FitContext.Default, keep: last);
        return last.Fitted;
    }

    /// <summary>Fits a predictor made of steps outside of a search.</summary>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="predictor">The configuration.</param>
    /// <param name="features">N × P.</param>
    /// <param name="targets">N targets.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="FitException">An inner step failed; the message names it.</exception>
    public static TFitted Fit<TFitted>(ICompositePredictor<TFitted> predictor, FeatureMatrix features, Targets targets, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        var planner = new FitPlanner(0, targets);
        var last = predictor.Plan(planner, "", planner.Source(features, default));
        FitGraph.RunAll(planner.Nodes, context ?? FitContext.Default, keep: last);
        return last.Fitted;
    }

    internal static string NameOf(object estimator) => estimator is ITunable tunable ? tunable.Name : "Estimator";

    /// <summary>The fold's rows.</summary>
    internal FoldNode<T> Source<T>(T train, T? validation) => Register(new DataNode<T>(Fold, [], () => train, () => validation));

    private StepNode<TFitted, TOutput> AddStep<TInput, TOutput, TFitted>(string path, IStep<TInput, TOutput> step, FoldNode<TInput> input, Func<FitContext, TFitted> fit)
        where TFitted : IFittedStep<TInput, TOutput>
    {
        FitNode[] inputs = [input];
        return GetOrAdd("fit", step, inputs, () => new StepNode<TFitted, TOutput>(
            path,
            Fold,
            inputs,
            context => Validated(step, context, fit),
            fitted => (FeatureSources.Trace(input.Train!, fitted.Transform(input.Train!)), HasValidation ? fitted.Transform(input.Validation!) : default)));
    }

    private PredictionNode<TFitted> AddRegressor<TFitted>(string path, IRegressor regressor, FoldNode<FeatureMatrix> input, Func<FitContext, TFitted> fit)
        where TFitted : IFittedRegressor
    {
        ArgumentNullException.ThrowIfNull(regressor);
        if (!_isOutOfBag)
            return AddPredictor(path, regressor, input, fit, (fitted, context) => Targets.Of(fitted.Predict(input.Validation!, context), _trainTargets.Name));
        var bagged = OutOfBagOf<IOutOfBagRegressor>(path, regressor);
        return AddOutOfBag(path, bagged, input, context =>
        {
            var (fitted, outOfBag) = bagged.FitOutOfBag(input.Train!, _trainTargets.Numbers, context);
            return ((TFitted)fitted, new ScoredRows(Targets.Of(outOfBag.Target, _trainTargets.Name), Targets.Of(outOfBag.Predictions, _trainTargets.Name)));
        });
    }

    private PredictionNode<TFitted> AddClassifier<TFitted>(string path, IClassifier classifier, FoldNode<FeatureMatrix> input, Func<FitContext, TFitted> fit)
        where TFitted : IFittedClassifier
    {
        ArgumentNullException.ThrowIfNull(classifier);
        if (!_isOutOfBag)
            return AddPredictor(path, classifier, input, fit, (fitted, context) => Targets.Of(fitted.Predict(input.Validation!, context), _trainTargets.Name));
        var bagged = OutOfBagOf<IOutOfBagClassifier>(path, classifier);
        return AddOutOfBag(path, bagged, input, context =>
        {
            var (fitted, outOfBag) = bagged.FitOutOfBag(input.Train!, _trainTargets.Labels, context);
            return ((TFitted)fitted, new ScoredRows(Targets.Of(outOfBag.Target, _trainTargets.Name), Targets.Of(outOfBag.Predictions, _trainTargets.Name)));
        });
    }

    private PredictionNode<TFitted> AddPredictor<TFitted>(string path, object predictor, FoldNode<FeatureMatrix> input, Func<FitContext, TFitted> fit, Func<TFitted, FitContext, Targets> predict)
    {
        FitNode[] inputs = [input];
        return GetOrAdd("fit", predictor, inputs, () => new PredictionNode<TFitted>(
            path,
            Fold,
            inputs,
            context => Validated(predictor, context, fit),
            (fitted, context) => _validationTargets is { } truth ? new ScoredRows(truth, predict(fitted, context)) : null));
    }

    private PredictionNode<TFitted> AddOutOfBag<TFitted>(string path, object predictor, FoldNode<FeatureMatrix> input, Func<FitContext, (TFitted Fitted, ScoredRows Scored)> fit)
    {
        FitNode[] inputs = [input];
        return GetOrAdd("fit", predictor, inputs, () =>
        {
            ScoredRows? scored = null;
            return new PredictionNode<TFitted>(
                path,
                Fold,
                inputs,
                context =>
                {
                    (var fitted, scored) = Validated(predictor, context, fit);
                    return fitted;
                },
                (_, _) => Interlocked.Exchange(ref scored, null));
        });
    }

    private TBagged OutOfBagOf<TBagged>(string path, object predictor)
        where TBagged : class, IOutOfBag
    {
        if (predictor is not TBagged bagged)
            throw new ArgumentException($"{path} is a {NameOf(predictor)}, which predicts no training row out of bag. Evaluate by KFold or Holdout, or end in a forest.");
        if (!bagged.LeavesRowsOut(_trainTargets.RowCount))
            throw new ArgumentException($"{path} lets every tree learn from all {_trainTargets.RowCount} rows, so none is out of bag. Let its Sampling be a Bootstrap or a Subsample, or evaluate by KFold or Holdout.");
        return bagged;
    }

    // Inside the node, so that an illegal configuration is that candidate's failure and not the plan's.
    private static TFitted Validated<TFitted>(object step, FitContext context, Func<FitContext, TFitted> fit)
    {
        (step as ITunable)?.Validate();
        return fit(context);
    }

    private FoldNode<TOutput> Select<TInput, TOutput>(FoldNode<TInput> input, string operation, string columns, Func<TInput, TOutput> select)
    {
        ArgumentNullException.ThrowIfNull(input);
        FitNode[] inputs = [input];
        return GetOrAdd(operation, columns, inputs, () => new DataNode<TOutput>(
            Fold,
            inputs,
            () => select(input.Train!),
            () => HasValidation ? select(input.Validation!) : default));
    }

    private TNode GetOrAdd<TNode>(string operation, object configuration, FitNode[] inputs, Func<TNode> create)
        where TNode : FitNode
    {
        var key = new NodeKey(operation, configuration, inputs);
        if (_known.TryGetValue(key, out var known) && known is TNode same)
            return same;
        var node = Register(create());
        _known[key] = node;
        return node;
    }

    private TNode Register<TNode>(TNode node)
        where TNode : FitNode
    {
        _nodes.Add(node);
        return node;
    }
}
