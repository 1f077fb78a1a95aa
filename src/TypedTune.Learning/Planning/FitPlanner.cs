namespace TypedTune.Learning;

/// <summary>
/// Collects what must be fitted for one fold. Adding a step that is there already, with an equal configuration and the
/// same input, gives the node that is there: that is how candidates share work.
/// </summary>
/// <remarks>Called by generated code and by estimators made of other estimators. Not thread safe.</remarks>
public sealed class FitPlanner
{
    private readonly NodePool _pool;
    private readonly FoldTask _task;
    private readonly PredictorPlanner _predictors;

    /// <summary>Plans a fold.</summary>
    /// <param name="fold">From 0.</param>
    /// <param name="task">What predictors do in it.</param>
    internal FitPlanner(int fold, FoldTask task)
        : this(fold, task, new NodePool())
    {
    }

    private FitPlanner(int fold, FoldTask task, NodePool pool)
    {
        Fold = fold;
        _task = task;
        _pool = pool;
        _predictors = new PredictorPlanner(fold, task, pool);
    }

    /// <summary>The fold that is planned, from 0.</summary>
    public int Fold { get; }

    /// <summary>Every node, inputs before what needs them, once the plan is complete.</summary>
    internal IReadOnlyList<FitNode> Nodes => _pool.Nodes;

    /// <summary>What predictors do in the fold.</summary>
    internal FoldTask Task => _task;

    private bool HasValidation => _task.Validation is not null;

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
        Select(rows, "numbers", string.Join(',', columns.Select(column => column.Ordinal)), _ => (columns.Length, 0), table => table.Numbers(columns));

    /// <summary>The columns of categories that a branch works on.</summary>
    /// <typeparam name="TRow">The rows' type.</typeparam>
    /// <param name="rows">The fold's rows.</param>
    /// <param name="columns">Which columns, in order.</param>
    public FoldNode<CategoryMatrix> Categories<TRow>(FoldNode<Table<TRow>> rows, params CategoryColumn<TRow>[] columns)
        where TRow : IRow<TRow> =>
        Select(rows, "categories", string.Join(',', columns.Select(column => column.Ordinal)), table => (columns.Length, columns.Sum(column => table.Column(column).Levels.Count)), table => table.Categories(columns));

    /// <summary>The features of a dataset.</summary>
    /// <param name="data">The fold's rows.</param>
    public FoldNode<FeatureMatrix> Features(FoldNode<Dataset> data) => Select(data, "features", "", dataset => (dataset.Features.ColumnCount, 0), dataset => dataset.Features);

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
            : _predictors.Add(path, Predictor.Of(regressor, regressor.Fit), input);
    }

    /// <summary>Adds a regressor that may be of several types.</summary>
    /// <inheritdoc cref="Add{TFitted}(string, IRegressor{TFitted}, FoldNode{FeatureMatrix})"/>
    public PredictionNode<IFittedRegressor> Add(string path, IRegressor regressor, FoldNode<FeatureMatrix> input) =>
        _predictors.Add(path, Predictor.Of(regressor ?? throw new ArgumentNullException(nameof(regressor)), regressor.Fit), input);

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
            : _predictors.Add(path, Predictor.Of(classifier, classifier.Fit), input);
    }

    /// <summary>Adds a classifier that may be of several types.</summary>
    /// <inheritdoc cref="Add{TFitted}(string, IClassifier{TFitted}, FoldNode{FeatureMatrix})"/>
    public PredictionNode<IFittedClassifier> Add(string path, IClassifier classifier, FoldNode<FeatureMatrix> input) =>
        _predictors.Add(path, Predictor.Of(classifier ?? throw new ArgumentNullException(nameof(classifier)), classifier.Fit), input);

    /// <summary>Puts the branches of a column transformer side by side.</summary>
    /// <typeparam name="TFitted">The fitted column transformer.</typeparam>
    /// <param name="configuration">The column transformer.</param>
    /// <param name="branches">Each branch's name, which becomes the prefix of its features, and its output.</param>
    /// <param name="create">Makes the fitted object of the output's names, once every branch is fitted.</param>
    public StepNode<TFitted, FeatureMatrix> Concatenate<TFitted>(object configuration, (string Name, FoldNode<FeatureMatrix> Output)[] branches, Func<FeatureNames, TFitted> create)
    {
        ArgumentNullException.ThrowIfNull(branches);
        FitNode[] inputs = [.. branches.Select(branch => branch.Output)];
        return _pool.GetOrAddStep("concatenate", configuration, inputs, () =>
        {
            FeatureNames? names = null;
            return new StepNode<TFitted, FeatureMatrix>(
                null,
                Fold,
                inputs,
                _ => create(names = FeatureNames.Concatenate(branches.Select(branch => branch.Output.Train!.Names.Prefixed(branch.Name)))),
                _ => (
                    FeatureMatrix.Concatenate(names!, [.. branches.Select(branch => branch.Output.Train!)]),
                    HasValidation ? FeatureMatrix.Concatenate(names!, [.. branches.Select(branch => branch.Output.Validation!)]) : null))
            {
                Size = new InputSize(_task.Train.RowCount, branches.Sum(branch => branch.Output.Size.Columns)),
                OwnRows = _task.Rows,
            };
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
        _pool.GetOrAddStep("assemble", configuration, steps, () => new StepNode<TFitted, TOutput>(
            null,
            Fold,
            steps,
            _ => create(),
            _ => (last.Train!, last.Validation))
        {
            Size = last?.Size ?? default,
        });

    /// <summary>Makes one of the steps of a pipeline that ends in predictions.</summary>
    /// <typeparam name="TFitted">The fitted pipeline.</typeparam>
    /// <param name="configuration">The pipeline.</param>
    /// <param name="steps">Its steps.</param>
    /// <param name="last">Its last step.</param>
    /// <param name="create">Makes the fitted pipeline, once every step is fitted.</param>
    public PredictionNode<TFitted> Assemble<TFitted>(object configuration, FitNode[] steps, PredictionNode last, Func<TFitted> create) =>
        _pool.GetOrAddPrediction("assemble", configuration, steps, () => new PredictionNode<TFitted>(
            null,
            Fold,
            steps,
            _task.KeepsModels,
            _ => _task.KeepsModels ? create() : default,
            (_, _) => last.Predictions));

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
        data.RequireLearnable();
        var planner = new FitPlanner(0, new FoldTask(data.Targets, Weights: data.Roles.Weights) { KeepsModels = true });
        var last = estimator.Plan(planner, planner.Source(data));
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
        var planner = new FitPlanner(0, new FoldTask(Targets.Of(Array.Empty<double>())) { KeepsModels = true });
        var last = step.Plan(planner, "", planner.Source(input));
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
        var planner = new FitPlanner(0, new FoldTask(targets) { KeepsModels = true });
        var last = predictor.Plan(planner, "", planner.Source(features));
        FitGraph.RunAll(planner.Nodes, context ?? FitContext.Default, keep: last);
        return last.Fitted;
    }

    /// <summary>A plan of the same rows with other targets. Steps, which see none, are the same nodes in both.</summary>
    internal FitPlanner With(FoldTask task) => new(Fold, task, _pool.WithoutPredictions());

    internal static string NameOf(object estimator) => estimator is ITunable tunable ? tunable.Name : "Estimator";

    /// <summary>All rows, none held back.</summary>
    internal FoldNode<T> Source<T>(T data) => Source(data, () => data, () => default);

    /// <summary>The fold's rows.</summary>
    /// <param name="whole">All rows of all folds.</param>
    /// <param name="train">Takes those to learn from.</param>
    /// <param name="validation">Takes those to be scored on.</param>
    internal FoldNode<T> Source<T>(T whole, Func<T> train, Func<T?> validation) => _pool.Register(new DataNode<T>(Fold, [], train, validation) { Whole = whole });

    /// <summary>Ends the plan: paths are parted where that is quicker.</summary>
    internal void Complete()
    {
        foreach (var path in Nodes.OfType<PathNode>().ToArray())
        {
            foreach (var parted in path.Part())
                _pool.Register(parted);
        }
    }

    private StepNode<TFitted, TOutput> AddStep<TInput, TOutput, TFitted>(string path, IStep<TInput, TOutput> step, FoldNode<TInput> input, Func<FitContext, TFitted> fit)
        where TFitted : IFittedStep<TInput, TOutput>
    {
        FitNode[] inputs = [input];
        return _pool.GetOrAddStep("fit", step, inputs, () =>
        {
            var estimate = FitEstimate.Of(step, input.Size);
            return new StepNode<TFitted, TOutput>(
                path,
                Fold,
                inputs,
                context =>
                {
                    // Here, so that an illegal configuration is that candidate's failure and not the plan's.
                    DeclaredBounds.Check(step);
                    return fit(context);
                },
                fitted => (FeatureSources.Trace(input.Train!, fitted.Transform(input.Train!)), HasValidation ? fitted.Transform(input.Validation!) : default))
            {
                Configuration = step,
                Estimate = estimate,
                Size = input.Size with { Columns = estimate.OutputColumns ?? input.Size.Columns, Levels = typeof(TOutput) == typeof(CategoryMatrix) ? input.Size.Levels : 0 },
                OwnRows = _task.Rows,
            };
        });
    }

    private FoldNode<TOutput> Select<TInput, TOutput>(FoldNode<TInput> input, string operation, string columns, Func<TInput, (int Columns, int Levels)> size, Func<TInput, TOutput> select)
    {
        ArgumentNullException.ThrowIfNull(input);
        FitNode[] inputs = [input];
        return _pool.GetOrAddStep(operation, columns, inputs, () =>
        {
            var (count, levels) = input is DataNode<TInput> { Whole: { } whole } ? size(whole) : default;
            return new DataNode<TOutput>(
                Fold,
                inputs,
                () => select(input.Train!),
                () => HasValidation ? select(input.Validation!) : default)
            {
                Size = new InputSize(_task.Train.RowCount, count, levels),
                OwnRows = _task.Rows,
            };
        });
    }
}
