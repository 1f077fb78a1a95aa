namespace TypedTune.Learning.Tests;

public sealed class RowRolesTests
{
    private static readonly Targets s_targets = Targets.Of([1.0, 2.0, 3.0], "price");

    [Fact]
    public void RowsTaken_KeepEveryRole()
    {
        var roles = new RowRoles(s_targets) { Groups = Categories.From(["b", "a", "b"]), Weights = [0.5, 0, 2], Time = [30, 10, 20] };

        var taken = roles.TakeRows([2, 0, 2]);

        Assert.Equal(3, roles.RowCount);
        Assert.Equal([3.0, 1.0, 3.0], taken.Targets.Numbers);
        Assert.Equal(["b", "b", "b"], Enumerable.Range(0, 3).Select(row => taken.Groups![row]));
        Assert.Equal([2, 0.5, 2], taken.Weights!);
        Assert.Equal([20, 30, 20], taken.Time!);
        Assert.Equal("3 rows with targets, groups, weights, times", taken.ToString());
    }

    [Fact]
    public void RolesThatAreNotGiven_AreNull()
    {
        var taken = new RowRoles(s_targets).TakeRows([0, 1]);

        Assert.Null(taken.Groups);
        Assert.Null(taken.Weights);
        Assert.Null(taken.Time);
        Assert.Equal("2 rows with targets", taken.ToString());
    }

    [Fact]
    public void OtherTargets_LeaveTheOtherRoles()
    {
        var roles = new RowRoles(s_targets) { Groups = Categories.From(["b", "a", "b"]), Weights = [0.5, 0, 2], Time = [30, 10, 20] };

        var other = roles.WithTargets(Targets.Of([7.0, 8.0, 9.0]));

        Assert.Equal([7.0, 8.0, 9.0], other.Targets.Numbers);
        Assert.Equal((roles.Groups, roles.Weights, roles.Time), (other.Groups, other.Weights, other.Time));
        Assert.Null(roles.WithWeights(null).Weights);
    }

    [Fact]
    public void TimesThatADoubleCannotTellApart_AreKeptApart()
    {
        long noon = new DateTime(2026, 11, 30, 12, 0, 0, DateTimeKind.Utc).Ticks;

        var roles = new RowRoles(s_targets) { Time = [noon, noon + 1, noon + 2] };

        Assert.Equal((double)noon, (double)(noon + 1));
        Assert.Equal(3, roles.Time.Distinct().Count());
    }

    [Fact]
    public void RolesThatDoNotSuitTheRows_AreRefused()
    {
        Refused("2 groups were given for 3 rows.", () => new RowRoles(s_targets) { Groups = Categories.From(["a", "b"]) });
        Refused("Every row must belong to a group, but row 1 belongs to none.", () => new RowRoles(s_targets) { Groups = Categories.From(["a", null, "b"]) });
        Refused("4 weights were given for 3 rows.", () => new RowRoles(s_targets) { Weights = [1, 1, 1, 1] });
        Refused("A weight must be finite and at least 0, but is -1 in row 2.", () => new RowRoles(s_targets) { Weights = [1, 0, -1] });
        Refused("A weight must be finite and at least 0, but is NaN in row 0.", () => new RowRoles(s_targets) { Weights = [double.NaN, 0, 1] });
        Refused("0 times were given for 3 rows.", () => new RowRoles(s_targets) { Time = [] });
        Refused("2 targets were given for 3 rows.", () => new RowRoles(s_targets).WithTargets(Targets.Of([1.0, 2.0])));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RowRoles(s_targets).TakeRows([3]));

        static void Refused(string message, Func<RowRoles> create) => Assert.StartsWith(message, Assert.Throws<ArgumentException>(create).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dataset_GivesAndTakesItsRoles()
    {
        var data = new Dataset(FeatureMatrix.FromRows([[1], [2], [3]]), s_targets) { Groups = Categories.From(["b", "a", "b"]), Weights = [0.5, 0, 2], Time = [30, 10, 20] };

        var taken = data.TakeRows([1, 2]);

        Assert.Equal("3 rows with targets, groups, weights, times", data.Roles.ToString());
        Assert.Equal(["a", "b"], Enumerable.Range(0, 2).Select(row => taken.Groups![row]));
        Assert.Equal([0, 2], taken.Weights!);
        Assert.Equal([10, 20], taken.Time!);
        Assert.Equal([2.0, 3.0], taken.Roles.Targets.Numbers);
        Assert.Same(data.Roles, new Dataset(data.Features, data.Roles).Roles);
        Assert.StartsWith("The features have 3 rows, but the targets 2.", Assert.Throws<ArgumentException>(() => new Dataset(data.Features, taken.Roles)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_HasItsTargetsAsRoles()
    {
        var rows = Searching.Plot.Many(5);

        Assert.Equal(rows.Target, rows.Roles.Targets.Numbers);
        Assert.Equal("5 rows with targets", rows.Roles.ToString());
    }
}
