using System.Collections;
using System.Reflection;
using TypedTune.Learning.Tests.Searching;

namespace TypedTune.Learning.Tests.Planning;

/// <summary>A plan is a value: equal to any other of the same space and data, never changed, free of data and of results.</summary>
public sealed class FitPlanTests
{
    private static readonly Table<Plot> s_plots = Plot.Many(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static GridSearch<PlotModel> Search => new(PlotModel.OverlappingGrids() + PlotModel.Space.Forest.Trees.In(3, 5, 8))
    {
        Evaluation = new KFold(3),
        Scoring = Metric.RootMeanSquaredError,
        Refit = false,
    };

    [Fact]
    public void PlansOfTheSameSpaceAndData_AreEqual()
    {
        var (one, other) = (Plan(Search), Plan(Search));

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(one.ToString(), other.ToString());
        Assert.NotSame(one.Nodes[0], other.Nodes[0]);
    }

    [Fact]
    public void PlansOfOtherSpacesOrRows_AreNotEqual()
    {
        var plan = Plan(Search);

        Assert.NotEqual(plan, Plan(new GridSearch<PlotModel>(PlotModel.OverlappingGrids()) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError }));
        Assert.NotEqual(plan, Plan(Search with { Scoring = Metric.RSquared }));
        Assert.NotEqual(plan, new CandidatePlanner<PlotModel, Table<Plot>, PlotModel.Fitted>(Search, Plot.Many(30), null).Plan(Candidates(), Token).Plan);
    }

    [Fact]
    public void OneNode_ServesAllFolds()
    {
        Assert.Equal(Plan(Search).Nodes.Count, Plan(Search with { Evaluation = new KFold(7) }).Nodes.Count);
        Assert.Single(Plan(Search).Nodes, node => node.Step == "Features.Soil.Encode");
    }

    [Fact]
    public void Run_ChangesNothingInThePlan()
    {
        var search = new PlannedSearch<PlotModel, Table<Plot>, PlotModel.Fitted>(Search, s_plots);
        string before = search.Batch.Plan.ToString();
        int nodes = Reachable(search.Batch.Plan).Count;
        using var scheduler = new WorkScheduler(2);
        var run = new CandidateRun<PlotModel>(search.Planner.Source, search.Planner.Tasks, new FitContext(scheduler, Token), new CandidateRunOptions<PlotModel> { FoldEnded = _ => { } });

        run.Add(search.Batch);
        scheduler.Run(run.Work);

        Assert.Equal(before, search.Batch.Plan.ToString());
        Assert.Equal(Plan(Search), search.Batch.Plan);
        Assert.Equal(nodes, Reachable(search.Batch.Plan).Count);
    }

    [Fact]
    public void LaterBatches_AddNodesAndLeaveWhatWasHandedOut()
    {
        var planner = new CandidatePlanner<PlotModel, Table<Plot>, PlotModel.Fitted>(Search, s_plots, null);
        PlannedCandidate<PlotModel>[] candidates = Candidates();

        var first = planner.Plan(candidates[..4], Token).Plan;
        string before = first.ToString();
        var second = planner.Plan(candidates[4..], Token).Plan;

        Assert.Equal(before, first.ToString());
        Assert.True(second.Nodes.Count > first.Nodes.Count);
        Assert.All(first.Nodes, node => Assert.Same(node, second.Nodes[node.Id]));
        Assert.All(first.Nodes, node => Assert.Same(first.SharedFitOf(node), second.SharedFitOf(node)));
        Assert.Single(second.Nodes, node => node.Step == "Features.Soil.Encode");
    }

    [Fact]
    public void Plan_HoldsNoDataNoPlannerAndNoState()
    {
        var plan = Plan(Search);

        var reached = Reachable(plan);

        Assert.Contains(plan.Nodes[^1], reached);
        Assert.DoesNotContain(reached, item => item is IFitPlan or NodeRun or FitRun or FitUnit or FitTask or FitSource or Targets or FeatureMatrix or Table<Plot>);
    }

    [Fact]
    public void Plan_ReadsAsALineANode()
    {
        string text = Plan(Search).ToString();

        Assert.Contains("fit Features.Geo ClusterSimilarity { ", text, StringComparison.Ordinal);
        Assert.Contains("fit submodels Forest RandomForestRegressor { ", text, StringComparison.Ordinal);
        Assert.Contains("score RMSE of ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void HandleOfAnotherPlan_IsRefused()
    {
        var data = SearchPlanTests.Numbers(20);
        var task = FitTask.Whole(data.Roles);
        var (one, other) = (new FitPlanner<Dataset>(data, task), new FitPlanner<Dataset>(data, task));

        Assert.StartsWith("The handle is of another plan.", Assert.Throws<ArgumentException>(() => one.Features(other.Source)).Message, StringComparison.Ordinal);
    }

    private static FitPlan Plan(Search<PlotModel> search) => new PlannedSearch<PlotModel, Table<Plot>, PlotModel.Fitted>(search, s_plots).Batch.Plan;

    private static PlannedCandidate<PlotModel>[] Candidates() => [.. Search.ToStudy().Ask(1000).Select(candidate => new PlannedCandidate<PlotModel>(candidate))];

    // Every object that can be reached from a plan, delegates' targets included.
    private static HashSet<object> Reachable(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>([root]);
        while (open.TryPop(out var item))
        {
            if (item is string or Type or MemberInfo || item.GetType().IsPrimitive || !seen.Add(item))
                continue;
            if (item is Array array)
            {
                foreach (object? element in (IEnumerable)array)
                    Push(open, element);
            }

            if (item is Delegate { Target: { } target })
                open.Push(target);
            for (var type = item is Delegate ? null : item.GetType(); type is not null; type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
                    Push(open, field.GetValue(item));
            }
        }

        return seen;
    }

    private static void Push(Stack<object> open, object? item)
    {
        if (item is not null)
            open.Push(item);
    }
}
