using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

/// <summary>The order in which nodes are visited.</summary>
public sealed class PendingQueueTests
{
    private static readonly TreeStop NoLimit = new(int.MaxValue, 2, 0, int.MaxValue, 0);

    [Fact]
    public void NodesTakenTogether_ComeInTheOrderOfThoseTakenOneByOne() => Gen.Select(Gen.Int[1, 3000], Gen.Int[0, 1_000_000], Gen.Int[2, 100]).Sample((rows, seed, most) =>
        Assert.Equal(Visit(rows, seed, 1), Visit(rows, seed, most)), iter: 60);

    [Fact]
    public void NodesTakenTogether_AreOfOneKind() => Gen.Select(Gen.Int[100, 3000], Gen.Int[0, 1_000_000]).Sample((rows, seed) =>
        Visit(rows, seed, 64, nodes =>
        {
            Assert.True(nodes.Length == 1 || nodes[0] <= PairSearch.MaxRows);
            Assert.Single(nodes.Select(count => count == 2).Distinct());
        }), iter: 20);

    [Fact]
    public void SmallNodes_WaitUntilThereAreMany()
    {
        var queue = PendingQueue<int>.For(NoLimit);
        for (int node = 0; node < PendingQueue<int>.RoundNodes - 1; node++)
            queue.Push(node, 3, node, PendingQueue<int>.Last);
        queue.Push(-1, 1000, 0, PendingQueue<int>.Last);
        Assert.Equal([-1], queue.Pop(64).ToArray());
        queue.Push(-2, 1000, 0, PendingQueue<int>.Last);
        queue.Push(-3, 3, 0, PendingQueue<int>.Last);

        Assert.Equal([.. Enumerable.Range(0, PendingQueue<int>.RoundNodes - 1), -3], queue.Pop(64).ToArray());
        Assert.Equal([-2], queue.Pop(64).ToArray());
        Assert.True(queue.Pop(64).IsEmpty);
    }

    [Fact]
    public void BestFirst_TakesTheHighestPriorityAndThenTheFirstMade()
    {
        var queue = PendingQueue<int>.For(NoLimit with { MaxLeaves = 10 });
        queue.Push(1, 3, 1, 0.1);
        queue.Push(3, 2, 3, 0.5);
        queue.Push(2, 500, 2, 0.5);

        List<int> visited = [];
        while (queue.TryPop(out int node))
            visited.Add(node);
        Assert.Equal([2, 3, 1], visited);
    }

    // Splits nodes of so many rows at random, by their number; gives the rows of all nodes in the order of their visits.
    private static List<(int Number, int Rows)> Visit(int rows, int seed, int most, Action<int[]>? look = null)
    {
        var queue = PendingQueue<(int Number, int Rows)>.For(NoLimit);
        queue.Push((0, rows), rows, 0, PendingQueue<int>.Last);
        int made = 1;
        List<(int, int)> visited = [];
        while (queue.Pop(most) is { Length: > 0 } nodes)
        {
            look?.Invoke([.. nodes.ToArray().Select(node => node.Rows)]);
            foreach (var node in nodes)
            {
                visited.Add(node);
                if (node.Rows < 2)
                    continue;
                int left = 1 + Seed.Of(seed).Derive(node.Number).Stream().NextBelow(node.Rows - 1);
                foreach (int child in (int[])[node.Rows - left, left])
                    queue.Push((made++, child), child, made, PendingQueue<int>.Last);
            }
        }

        Assert.Equal(made, visited.Count);
        return visited;
    }
}
