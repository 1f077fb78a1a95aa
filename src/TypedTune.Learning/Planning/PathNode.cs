using System.Runtime.ExceptionServices;

namespace TypedTune.Learning;

/// <summary>A fit that answers for several candidates' predictors, which differ only along a path.</summary>
internal abstract class PathNode(string step, int fold, FitNode[] inputs) : FitNode(step, fold, inputs)
{
    /// <summary>Takes out of the path what costs more in it than by itself, once all members are known.</summary>
    /// <returns>The paths that were parted from this one; none if it stays whole.</returns>
    public abstract IReadOnlyList<PathNode> Part();
}

/// <summary>A fit that answers for several candidates' predictors, and predicts for all of them in one pass.</summary>
/// <typeparam name="TTarget">An array of numbers, or <see cref="Categories"/>.</typeparam>
internal sealed class PathNode<TTarget> : PathNode
{
    private readonly FoldNode<FeatureMatrix> _input;
    private readonly FoldTask _task;
    private readonly TargetKind<TTarget> _kind;
    private readonly List<PathMember<TTarget>> _members = [];
    private FitEstimate? _estimate;
    private readonly List<Result> _results = [];

    public PathNode(string step, FoldNode<FeatureMatrix> input, FoldTask task, TargetKind<TTarget> kind)
        : base(step, input.Fold, [input])
    {
        _input = input;
        _task = task;
        _kind = kind;
    }

    internal override int FitsWithoutPath => _members.Count;

    internal override FitEstimate Estimate => _estimate ??= EstimateOf(_members.Count == 1 ? _members[0].Configuration : Widest(_members));

    // Where predictions are all that is kept of a fit, its model counts while it is held as a whole.
    internal override long EstimatedBytes => HoldsNoModel ? Bytes : Math.Max(Bytes, base.EstimatedBytes);

    // The model is gone when the node has run; what is left is a number a row and member.
    internal override long Bytes => (long)_task.Rows * _members.Count * sizeof(double);

    private bool HoldsNoModel => _members.Count == 1 && _members[0].Configuration is IFitPredict<TTarget> predictor
        && predictor.HoldsNoModel((long)_input.Size.Columns * (_task.ScoresTraining ? _task.Rows : _task.Rows - _input.Size.Rows));

    public void Add(PathMember<TTarget> member) => _members.Add(member);

    /// <summary>What a member predicts, once the node has run; throws what the member failed with.</summary>
    public FoldPredictions Of(PathMember<TTarget> member)
    {
        var result = _results[_members.IndexOf(member)];
        if (result.Error is not null)
            ExceptionDispatchInfo.Throw(result.Error);
        return result.Predictions;
    }

    // Members join the costliest one as long as that widens the fit by less than their own would take.
    public override IReadOnlyList<PathNode> Part()
    {
        if (_members.Count < 2 || !_members.TrueForAll(member => member.Configuration is IFitEstimate))
            return [];
        var groups = new List<(List<PathMember<TTarget>> Members, IPath<TTarget> Widest, double Work)>();
        foreach (var (member, alone) in _members.Select(member => (member, EstimateOf(member.Configuration).Work)).OrderByDescending(item => item.Work).ToArray())
        {
            var best = (Index: -1, Widest: member.Configuration, Work: alone);
            for (int i = 0; i < groups.Count; i++)
            {
                var widest = groups[i].Widest.Widest([groups[i].Widest, member.Configuration], _input.Size.Rows);
                double more = EstimateOf(widest).Work - groups[i].Work;
                if (more < best.Work)
                    best = (i, widest, more);
            }

            if (best.Index < 0)
                groups.Add(([member], member.Configuration, alone));
            else
                groups[best.Index] = (Joined(groups[best.Index].Members, member), best.Widest, groups[best.Index].Work + best.Work);
        }

        _members.Clear();
        _members.AddRange(groups[0].Members);
        return [.. groups.Skip(1).Select(group => Parted(group.Members))];
    }

    internal override void Run(FitContext context)
    {
        _results.Clear();
        var target = _kind.Of(_task.Train);
        if (_members.Count == 1)
        {
            RunApart(_members[0], target, context);
            return;
        }

        try
        {
            RunTogether(target, context);
        }
        catch (Exception exception) when (!Ends(exception, context))
        {
            // One member may have failed all: each is fitted by itself now, and fails by itself.
            _results.Clear();
            foreach (var member in _members)
            {
                try
                {
                    RunApart(member, target, context);
                }
                catch (Exception own) when (!Ends(own, context))
                {
                    _results.Add(new Result(default, own));
                }
            }
        }
    }

    internal override void Release() => _results.Clear();

    private void RunTogether(TTarget target, FitContext context)
    {
        IFittedPath<TTarget>? path = null;
        Time(
            () => path = Widest(_members).FitPath(_input.Train!, target, context),
            () =>
            {
                IPath<TTarget>[] members = [.. _members.Select(member => member.Configuration)];
                var validation = path!.Predict(_input.Validation!, members, context);
                TTarget?[] training = _task.ScoresTraining ? path.Predict(_input.Train!, members, context) : new TTarget?[validation.Length];
                for (int i = 0; i < validation.Length; i++)
                {
                    var (held, learned) = (validation[i], training[i]);
                    _results.Add(ResultOf(() => _task.Score(_kind, held, learned)));
                }
            });
    }

    private void RunApart(PathMember<TTarget> member, TTarget target, FitContext context)
    {
        if (member.Configuration is IFitPredict<TTarget> predictor)
        {
            RunAtOnce(predictor, target, context);
            return;
        }

        Func<FeatureMatrix, FitContext, TTarget>? predict = null;
        FoldPredictions predictions = default;
        Time(
            () => predict = member.FitAlone(_input.Train!, target, context),
            () => predictions = _task.Score(_kind, predict!(_input.Validation!, context), _task.ScoresTraining ? predict(_input.Train!, context) : default));
        _results.Add(new Result(predictions));
    }

    private void RunAtOnce(IFitPredict<TTarget> predictor, TTarget target, FitContext context)
    {
        TTarget[] predicted = [];
        FoldPredictions predictions = default;
        Time(
            () => predicted = predictor.FitPredict(_input.Train!, target, _task.ScoresTraining ? [_input.Validation!, _input.Train!] : [_input.Validation!], context),
            () => predictions = _task.Score(_kind, predicted[0], predicted.ElementAtOrDefault(1)));
        _results.Add(new Result(predictions));
    }

    private static Result ResultOf(Func<FoldPredictions> predictions)
    {
        try
        {
            return new Result(predictions());
        }
        catch (InvalidOperationException exception)
        {
            return new Result(default, exception);
        }
    }

    private IPath<TTarget> Widest(IReadOnlyList<PathMember<TTarget>> members) =>
        members[0].Configuration.Widest([.. members.Select(member => member.Configuration)], _input.Size.Rows);

    private static List<PathMember<TTarget>> Joined(List<PathMember<TTarget>> members, PathMember<TTarget> member)
    {
        members.Add(member);
        return members;
    }

    private FitEstimate EstimateOf(object configuration) => FitEstimate.Of(configuration, _input.Size);

    private static bool Ends(Exception exception, FitContext context) => FitAttempt.IsCancellation(exception) || context.CancellationToken.IsCancellationRequested;

    private PathNode<TTarget> Parted(List<PathMember<TTarget>> members)
    {
        var node = new PathNode<TTarget>(Step!, _input, _task, _kind) { Configuration = members[0].Configuration };
        foreach (var member in members)
        {
            node.Add(member);
            member.MoveTo(node);
        }

        return node;
    }

    private readonly record struct Result(FoldPredictions Predictions, Exception? Error = null);
}
