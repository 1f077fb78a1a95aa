namespace TypedTune.Learning;

/// <summary>Builds plans: it adds nodes, reuses equal ones, and returns the plan so far as an immutable value. Not thread safe.</summary>
/// <typeparam name="T">The data that is learned from.</typeparam>
internal sealed class FitPlanner<T> : IFitPlan
{
    private readonly NodePool _pool = new();
    private readonly PendingSubmodels _pending;
    private readonly T _data;
    private readonly PredictionRules _rules;
    private readonly RowCounts _rows;
    private bool _withProbabilities;

    /// <summary>Starts an empty plan.</summary>
    /// <param name="data">All rows, from which sizes are estimated; the plan does not hold them.</param>
    /// <param name="first">One of the folds that the plan is for; others differ from it in their rows alone.</param>
    public FitPlanner(T data, FitTask first)
    {
        _data = data;
        _rows = first.Counts;
        _rules = new PredictionRules(first);
        _pending = new PendingSubmodels(_pool, _rules);
        Source = new DataHandle<T>(Register(place => new SourceNode<T>(place, InputSize.From(data))));
    }

    /// <summary>The fold's rows.</summary>
    public DataHandle<T> Source { get; }

    public DataHandle<FeatureMatrix> Numbers<TRow>(DataHandle<Table<TRow>> rows, params NumberColumn<TRow>[] columns)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(columns);
        return Select(rows, "numbers", string.Join(',', columns.Select(column => column.Ordinal)), _ => (columns.Length, 0), table => table.Numbers(columns));
    }

    public DataHandle<CategoryMatrix> Categories<TRow>(DataHandle<Table<TRow>> rows, params CategoryColumn<TRow>[] columns)
        where TRow : IRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(columns);
        return Select(rows, "categories", string.Join(',', columns.Select(column => column.Ordinal)), table => (columns.Length, columns.Sum(column => table.Column(column).Levels.Count)), table => table.Categories(columns));
    }

    public DataHandle<FeatureMatrix> Features(DataHandle<Dataset> data) => Select(data, "features", "", dataset => (dataset.Features.ColumnCount, 0), static dataset => dataset.Features);

    public StepHandle<TFitted, TOutput> AddStep<TInput, TOutput, TFitted>(string path, IStep<TInput, TOutput, TFitted> step, DataHandle<TInput> input)
        where TFitted : IFittedStep<TInput, TOutput>
    {
        ArgumentNullException.ThrowIfNull(step);
        return step is ICompositeStep<TInput, TOutput, TFitted> composite
            ? composite.Plan(this, path, input)
            : new(AddStepNode(path, step, input));
    }

    public StepHandle<IFittedStep<TInput, TOutput>, TOutput> AddStep<TInput, TOutput>(string path, IStep<TInput, TOutput> step, DataHandle<TInput> input)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new(AddStepNode(path, step, input));
    }

    public PredictionHandle<TFitted> AddRegressor<TFitted>(string path, IRegressor<TFitted> regressor, DataHandle<FeatureMatrix> input)
        where TFitted : IFittedRegressor
    {
        ArgumentNullException.ThrowIfNull(regressor);
        return regressor is ICompositePredictor<TFitted> composite ? composite.Plan(this, path, input) : new(AddRegressorNode(path, regressor, input));
    }

    public PredictionHandle<IFittedRegressor> AddRegressor(string path, IRegressor regressor, DataHandle<FeatureMatrix> input)
    {
        ArgumentNullException.ThrowIfNull(regressor);
        return new(AddRegressorNode(path, regressor, input));
    }

    public PredictionHandle<TFitted> AddClassifier<TFitted>(string path, IClassifier<TFitted> classifier, DataHandle<FeatureMatrix> input, bool withProbabilities = false)
        where TFitted : IFittedClassifier
    {
        ArgumentNullException.ThrowIfNull(classifier);
        return AskingForProbabilities(withProbabilities, () =>
            classifier is ICompositePredictor<TFitted> composite ? composite.Plan(this, path, input) : new(AddClassifierNode(path, classifier, input)));
    }

    public PredictionHandle<IFittedClassifier> AddClassifier(string path, IClassifier classifier, DataHandle<FeatureMatrix> input, bool withProbabilities = false)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        return AskingForProbabilities(withProbabilities, () => new PredictionHandle<IFittedClassifier>(AddClassifierNode(path, classifier, input)));
    }

    public PredictionHandle<TFitted> AddAdjustment<TFitted>(string path, IProbabilityAdjustment<TFitted> adjustment, PredictionHandle classifier)
        where TFitted : IFittedProbabilityAdjustment
    {
        ArgumentNullException.ThrowIfNull(adjustment);
        _rules.RequireWhole(adjustment);
        PlanNode[] whole = [NodeOf(classifier)];
        PlanNode[] inputs = adjustment.Folds is { } folds ? WithInnerFolds(whole, folds) : whole;
        return new(GetOrAdd(AdjustmentNode.Name, adjustment, inputs, place => new AdjustmentNode(place, path, adjustment)));
    }

    public StepHandle<TFitted, FeatureMatrix> Concatenate<TFitted>(object configuration, (string Name, DataHandle<FeatureMatrix> Output)[] branches, Func<FeatureNames, IFits, TFitted> create)
    {
        ArgumentNullException.ThrowIfNull(branches);
        PlanNode[] inputs = [.. branches.Select(branch => NodeOf(branch.Output))];
        return new(GetOrAdd("concatenate", configuration, inputs, place => new ConcatenateNode(place, configuration, [.. branches.Select(branch => branch.Name)], inputs, Untyped(create))));
    }

    public StepHandle<TFitted, TOutput> Assemble<TFitted, TOutput>(object configuration, FitHandle[] steps, DataHandle<TOutput> last, Func<IFits, TFitted> create)
    {
        PlanNode[] inputs = NodesOf(steps);
        int end = Array.IndexOf(inputs, NodeOf(last));
        return new(GetOrAdd("assemble", configuration, inputs, place => new AssembledStepNode<TOutput>(place, configuration, end, inputs, Untyped(create))));
    }

    public PredictionHandle<TFitted> Assemble<TFitted>(object configuration, FitHandle[] steps, PredictionHandle last, Func<IFits, TFitted> create)
    {
        PlanNode[] inputs = NodesOf(steps);
        int end = Array.IndexOf(inputs, NodeOf(last));
        return new(GetOrAdd("assemble", configuration, inputs, place => new AssembledPredictionNode(place, configuration, end, inputs, Untyped(create))));
    }

    public PredictionHandle<TFitted> Combine<TFitted>(object configuration, PredictionHandle[] members, Func<IReadOnlyList<Predictions>, Predictions> combine, Func<IFits, TFitted> create)
    {
        ArgumentNullException.ThrowIfNull(combine);
        _rules.RequireWhole(configuration);
        PlanNode[] inputs = NodesOf(members);
        return new(GetOrAdd("combine", configuration, inputs, place => new CombinedNode(place, configuration, combine, inputs, Untyped(create))));
    }

    public DataHandle<FeatureMatrix> OutOfFold(PredictionHandle[] members, ISplitter folds, Func<IReadOnlyList<Predictions>, FeatureMatrix> features)
    {
        ArgumentNullException.ThrowIfNull(folds);
        ArgumentNullException.ThrowIfNull(features);
        _rules.RequireWhole(folds);
        PlanNode[] whole = NodesOf(members);
        return new(GetOrAdd(OutOfFoldNode.Name, new OutOfFoldNode.Making(folds, features), WithInnerFolds(whole, folds), place => new OutOfFoldNode(place, whole.Length, folds, features)));
    }

    /// <summary>Adds a node without looking for an equal one.</summary>
    public TNode Register<TNode>(Func<NodePlace, TNode> create, params PlanNode[] inputs)
        where TNode : PlanNode
    {
        var node = create(new NodePlace(_pool.Count, inputs, inputs.Length == 0 ? null : inputs[0].Scope, _rows));
        _pool.Add(node, null);
        return node;
    }

    /// <summary>Whether a node belongs to this plan.</summary>
    public bool Owns(PlanNode node) => node.Id < _pool.Count && ReferenceEquals(_pool[node.Id], node);

    /// <summary>The node that a handle points at.</summary>
    /// <exception cref="ArgumentException">The handle belongs to another plan.</exception>
    public PlanNode NodeOf(FitHandle handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        var node = handle.Node as PlanNode;
        if (node is null || !Owns(node))
            throw new ArgumentException("The handle is of another plan. Use only handles that this plan returned.", nameof(handle));
        return node;
    }

    /// <summary>Ends a batch: decides which of the predictors that were added since the last batch are fitted together, and returns the plan so far.</summary>
    public FitPlan Complete()
    {
        _pending.Complete(_rows);
        var (nodes, sharedFits) = _pool.Snapshot();
        return new FitPlan(nodes, sharedFits, _rows);
    }

    // In methods of their own, so that what a plan keeps captures nothing else.
    private static Func<IFits, object?> Untyped<TFitted>(Func<IFits, TFitted> create) => fits => create(fits);

    private static Func<FeatureNames, IFits, object?> Untyped<TFitted>(Func<FeatureNames, IFits, TFitted> create) => (names, fits) => create(names, fits);

    private StepNode<TInput, TOutput> AddStepNode<TInput, TOutput>(string path, IStep<TInput, TOutput> step, DataHandle<TInput> input) =>
        (StepNode<TInput, TOutput>)GetOrAdd("fit", step, NodeOf(input).Alone, place => StepNode<TInput, TOutput>.Create(place, path, step));

    private PlanNode AddRegressorNode(string path, IRegressor regressor, DataHandle<FeatureMatrix> input)
    {
        _rules.Require(path, regressor, regressor is IWeightedRegressor, regressor as IOutOfBagRegressor);
        return GetOrAdd("fit", regressor, NodeOf(input).Alone, place => new RegressorNode(place, path, regressor, _rules.Wishes));
    }

    private PlanNode AddClassifierNode(string path, IClassifier classifier, DataHandle<FeatureMatrix> input)
    {
        _rules.Require(path, classifier, classifier is IWeightedClassifier, classifier as IOutOfBagClassifier);
        bool asks = _withProbabilities;
        return GetOrAdd(ClassifierNode.NameOf(asks), classifier, NodeOf(input).Alone, place => new ClassifierNode(place, path, classifier, _rules.Wishes, asks));
    }

    private DataHandle<TOutput> Select<TInput, TOutput>(DataHandle<TInput> input, string operation, string columns, Func<TInput, (int Columns, int Levels)> size, Func<TInput, TOutput> select) =>
        new(GetOrAdd(operation, columns, NodeOf(input).Alone, place =>
        {
            var (count, levels) = place.Inputs[0] is SourceNode<TInput> && _data is TInput whole ? size(whole) : default;
            return new SelectNode<TInput, TOutput>(place, operation, columns, new InputSize(place.Rows.Learned, count, levels), select);
        }));

    // What a composite adds inside is asked for them as well.
    private THandle AskingForProbabilities<THandle>(bool asks, Func<THandle> add)
    {
        bool before = _withProbabilities;
        _withProbabilities |= asks;
        try
        {
            return add();
        }
        finally
        {
            _withProbabilities = before;
        }
    }

    // The members on all training rows, then on each inner fold.
    private PlanNode[] WithInnerFolds(PlanNode[] whole, ISplitter folds)
    {
        var inputs = new List<PlanNode>(whole);
        foreach (var scope in FitScope.CreateAll(whole[0].Scope, folds))
            inputs.AddRange(whole.Select(member => Inside(member, whole[0].Scope, scope)));
        return [.. inputs];
    }

    private PlanNode[] NodesOf(FitHandle[] handles)
    {
        ArgumentNullException.ThrowIfNull(handles);
        if (handles.Length == 0)
            throw new ArgumentException("A composite needs at least one part.", nameof(handles));
        return Array.ConvertAll(handles, NodeOf);
    }

    // Copies the inputs of a node, then the node itself, to an inner fold, unless the copies exist already.
    private PlanNode Inside(PlanNode node, FitScope? outer, FitScope inner)
    {
        var scope = FitScope.Move(node.Scope, outer, inner);
        PlanNode[] inputs = [.. node.Inputs.Select(input => Inside(input, outer, inner))];
        object configuration = inputs.Length == 0 ? scope! : node.Configuration;
        return GetOrAdd(node.Operation, configuration, inputs, node.At, scope);
    }

    private PlanNode GetOrAdd(string operation, object configuration, PlanNode[] inputs, Func<NodePlace, PlanNode> create) =>
        GetOrAdd(operation, configuration, inputs, create, inputs[0].Scope);

    private PlanNode GetOrAdd(string operation, object configuration, PlanNode[] inputs, Func<NodePlace, PlanNode> create, FitScope? scope)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (_pool.Find(operation, configuration, inputs) is { } known)
            return known;
        var node = create(new NodePlace(_pool.Count, inputs, scope, RowsOf(scope)));
        _pool.Add(node, inputs);
        _pending.Add(node);
        return node;
    }

    private RowCounts RowsOf(FitScope? scope) => scope is null ? _rows : RowsOf(scope.Outer).Inside(scope.Splitter.FoldCount ?? 1);
}
